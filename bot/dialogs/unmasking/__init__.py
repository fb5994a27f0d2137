"""Learning who wrote, by two people."""
