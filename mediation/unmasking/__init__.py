"""Learning who wrote: ground, second person, delay, notice."""
