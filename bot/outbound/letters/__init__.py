"""What letters look like, a module for each feature that sends them."""
