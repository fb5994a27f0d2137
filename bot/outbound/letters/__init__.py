"""Words, buttons and files of each kind of letter."""
