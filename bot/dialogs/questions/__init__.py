"""Questions without a verified answer, answered by policy officers."""
