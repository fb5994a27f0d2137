"""All wording that people read, one catalogue per language."""
