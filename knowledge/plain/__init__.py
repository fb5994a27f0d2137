"""The law in plain words: what an article says to an employee, and how people ask for it. Our own words."""

from knowledge.plain.collection import PLAIN_FOLDER, PlainRecords, load_plain
from knowledge.plain.record import Head, PlainRecord, Status, read_records

__all__ = ["PLAIN_FOLDER", "Head", "PlainRecord", "PlainRecords", "Status", "load_plain", "read_records"]
