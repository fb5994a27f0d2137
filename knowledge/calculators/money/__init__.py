"""Calculators whose result is an amount."""
