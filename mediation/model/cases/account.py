"""The answers that the intake asks for beside the story."""

ACCOUNT_FIELDS = ("when", "where", "who", "wish", "tried")
"""Keys of a case's account, in the order in which they are asked and read back."""
