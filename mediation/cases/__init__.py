"""The life of a case: filing, moves, exclusion, leaving."""
