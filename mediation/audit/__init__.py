"""The hash-chained log of who did and looked at what."""
