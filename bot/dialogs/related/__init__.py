"""Concerns that several sign."""
