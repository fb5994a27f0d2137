"""We write to people: the outbox is sent from here (python-telegram-bot)."""
