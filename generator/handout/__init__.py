"""Hands the plan workbooks out to the districts, and revises those that stand there. Knows no command line."""
