"""The intake: a concern is told, completed, read back and filed; nothing is filed before the last press."""
