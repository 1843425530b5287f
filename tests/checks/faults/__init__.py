"""The faults of the published documents, as edits of the shipped samples, and what is to be found of each."""
