"""Calculators for what employees ask most: overtime pay, severance, leave, injury time limits, retirement."""
