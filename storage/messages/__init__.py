"""What was said in a case, as kept."""
