"""Consents, care, unmasking and retention as records."""
