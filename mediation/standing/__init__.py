"""Who may be party and who must stand back."""
