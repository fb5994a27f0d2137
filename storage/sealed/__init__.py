"""A database of its own, with keys of its own, for reports that accuse somebody."""
