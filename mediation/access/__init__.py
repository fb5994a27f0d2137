"""Rights by role, and how roles are given and ended."""
