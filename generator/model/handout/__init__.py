"""Handing out plan workbooks: what the city gives to a district, what changed since, what last year leaves."""
