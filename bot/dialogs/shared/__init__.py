"""What dialogs of several features use."""
