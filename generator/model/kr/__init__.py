"""The workbook of key results: one module for each sheet."""
