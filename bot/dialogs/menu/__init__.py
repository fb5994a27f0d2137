"""Start, help and whatever nothing else answers."""
