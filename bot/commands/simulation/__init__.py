"""A simulated year of cases."""
