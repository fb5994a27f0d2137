"""People talk to us, we answer the chat that spoke (aiogram)."""
