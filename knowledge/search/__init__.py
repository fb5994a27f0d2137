"""Articles and cards ranked for a question: by words, by meaning, and the index made ready for it."""
