"""Imported by the server of forks alone: what a bot reads is in its memory from the first moment."""

from tests.robustness.killed_bot import read_once

read_once()
