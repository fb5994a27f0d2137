"""Inbox, outbox and the map of messages."""
