"""Article numbers and titles as people write them, resolved to stored articles."""
