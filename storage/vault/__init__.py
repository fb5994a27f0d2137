"""What is written to the database so that nobody can read it there without a key."""
