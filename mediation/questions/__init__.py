"""Questions without a verified answer, answered and published by experts."""
