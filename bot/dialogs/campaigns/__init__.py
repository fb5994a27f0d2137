"""Law of the day, quiz and subscription."""
