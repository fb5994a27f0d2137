"""Commands about cases: lists, clocks, audit, statistics, retention."""
