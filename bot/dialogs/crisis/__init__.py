"""The crisis line."""
