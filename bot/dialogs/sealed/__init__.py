"""Sealed reports in the chat: told, come back to with a code, read by the discipline office, moved over."""
