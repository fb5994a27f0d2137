"""A case, its number and its content."""
