"""The workbook of headquarters: what the plans of all districts add up to, one module for each sheet."""
