"""Measures of search, triage, plain words and comparison on lines with known answers."""
