"""Cries for help and duty shifts as kept."""
