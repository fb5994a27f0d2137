"""Statutes as stored: gathered, repaired, checked, with their articles and versions."""
