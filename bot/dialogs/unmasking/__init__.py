"""Seeing the name behind an alias, with a second person."""
