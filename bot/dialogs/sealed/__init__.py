"""Sealed reports: told, followed up with a code, read by the discipline office, moved from a case."""
