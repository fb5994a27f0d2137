"""Which law is in force, its names, dates and number of articles."""
