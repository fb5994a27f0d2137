"""Calculators of days and money."""
