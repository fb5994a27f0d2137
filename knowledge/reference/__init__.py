"""Dated tables that sentences may quote: telephone numbers, documents, time limits."""
