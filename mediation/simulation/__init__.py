"""A made-up year of cases, and what has to be said in it; knows no store, clock and chance are passed in."""
