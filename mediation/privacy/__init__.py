"""A person's rights over their data: consent, correction, erasure."""
