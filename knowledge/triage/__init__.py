"""What kind of concern a story is, how urgent, what it leaves open, and which channels serve it."""
