"""Who is responsible for a concern."""
