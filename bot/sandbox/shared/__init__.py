"""What all rooms of the sandbox use: the cast, options, files, refusals and types."""
