"""Questions about law."""
