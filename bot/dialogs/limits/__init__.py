"""Limits per person: how many messages, presses, files and filings in a while."""
