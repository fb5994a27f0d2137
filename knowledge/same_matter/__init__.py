"""Whether two accounts are the same matter."""
