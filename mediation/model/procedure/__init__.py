"""A matter, its papers and the table of steps."""
