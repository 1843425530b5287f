"""What headquarters adds up over the plans of all districts. Knows no Excel and no document."""
