"""A cry for help."""
