"""How updates come in: polling or webhook, the queue of each person, the state of a conversation."""
