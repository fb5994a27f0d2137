"""Requests to learn a name, as kept."""
