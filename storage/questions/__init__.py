"""Questions to experts as kept."""
