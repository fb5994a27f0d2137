"""One transaction and all records within it."""
