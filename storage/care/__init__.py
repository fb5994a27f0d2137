"""Care that was agreed to."""
