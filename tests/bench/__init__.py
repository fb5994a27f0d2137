"""What `make bench` measures: always beside a baseline in the same run, reported as ratios."""
