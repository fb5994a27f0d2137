"""Matters, deadlines and papers as kept."""
