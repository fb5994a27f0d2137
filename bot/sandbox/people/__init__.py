"""People who act in the sandbox, by page or by test."""
