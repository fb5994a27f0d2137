"""What takes long to read is read once, as in the journeys."""

from tests.read_once import read_once

__all__ = ["read_once"]
