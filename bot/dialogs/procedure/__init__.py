"""The formal procedure in the chat: where a matter stands, steps, papers read and signed."""
