"""Chapters, articles and dates found in the text of a law file."""
