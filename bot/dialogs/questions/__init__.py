"""Questions without a verified answer, for experts."""
