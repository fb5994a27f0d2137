"""The laws that may be cited, and where they come from."""
