"""The formal procedure in the chat: where a matter stands, the steps one may take, papers read and signed."""
