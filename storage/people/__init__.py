"""People, their limits and where they are in a chat."""
