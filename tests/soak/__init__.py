"""Two days of traffic with faults, in minutes: ``python -m tests.soak``."""
