"""The same matter again, and concerns that several sign."""
