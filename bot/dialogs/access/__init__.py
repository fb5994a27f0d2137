"""Roles given and ended."""
