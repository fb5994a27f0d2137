"""A local Telegram to try the bot on."""
