"""A concern is told, completed, read back and filed. Nothing is filed before the last press."""
