"""Cast, files, errors and shapes of the sandbox."""
