"""The composition root: names the concrete classes."""
