"""Official Thai Word documents from Excel workbooks."""

__version__ = "0.1.0"
