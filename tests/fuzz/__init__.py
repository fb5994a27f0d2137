"""Fuzzing: everything that comes from outside, changed at random from a seed. See decision 0026."""
