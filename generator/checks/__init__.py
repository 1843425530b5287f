"""What must hold between the facts of a workbook. Pure: a book goes in, findings come out; no Excel, no Word."""
