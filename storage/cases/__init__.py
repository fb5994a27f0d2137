"""Cases and drafts as kept."""
