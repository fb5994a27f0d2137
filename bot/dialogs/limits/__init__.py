"""Limits per person, and the gate of rights."""
