"""Messages and files between the two sides of a case."""
