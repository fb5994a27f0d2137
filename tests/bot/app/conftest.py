"""The houses of the robustness room."""

from tests.robustness.conftest import MovedClock, folder, house, moved_clock, quiet, read_once

__all__ = ["MovedClock", "folder", "house", "moved_clock", "quiet", "read_once"]
