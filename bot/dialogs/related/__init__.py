"""Joint matters: cases that several people sign."""
