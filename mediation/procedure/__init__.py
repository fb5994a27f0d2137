"""The formal procedure of a case: steps, guards, effects, warnings."""
