"""Calculators of pay, days and dates."""
