"""How a case, a paper or a list looks, for whoever shows it."""
