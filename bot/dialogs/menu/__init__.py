"""Start, menu, help, language, and calling a person."""
