"""What dialogs have in common."""
