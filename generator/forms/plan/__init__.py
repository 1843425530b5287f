"""The annual action plan of a district: what its template may name, and how each of its tables is derived."""
