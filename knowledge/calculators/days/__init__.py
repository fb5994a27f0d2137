"""Calculators whose result is a date or a number of days."""
