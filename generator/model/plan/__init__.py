"""The workbook of a district's annual action plan: one module for each group of sheets."""
