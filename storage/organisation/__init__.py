"""The organisation as kept."""
