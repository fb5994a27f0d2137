"""Whether two tellings are the same matter."""
