"""Finished Word documents into PDF, through LibreOffice. Knows no form, no workbook and no words of a plan."""
