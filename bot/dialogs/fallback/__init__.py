"""What nobody else took."""
