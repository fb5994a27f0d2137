"""Detects in one message that a life may be in danger, so that a person is called at once.

Pure: the same text always gets the same answer, nothing is counted, kept or said about who wrote it.
"""

from knowledge.crisis.alarm import Alarm, Danger
from knowledge.crisis.detector import CrisisDetector, load_crisis_detector

__all__ = ["Alarm", "CrisisDetector", "Danger", "load_crisis_detector"]
