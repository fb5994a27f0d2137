"""Chats, messages, updates and limits of the sandbox."""
