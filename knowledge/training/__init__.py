"""Fits the weights that the watch, the scope and the comparison read; never imported to run."""
