"""What time brings about, a module for each feature."""
