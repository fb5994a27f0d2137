"""Law files of the office brought into the library file."""
