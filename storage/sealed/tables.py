"""The tables of the sealed store. They are in no metadata of the ordinary one, so in no backup of it either.

Days only, random keys, no order of rows: what can be read without a key is how many reports, parts, drafts
and letters there are, how far they are, on which days something came or is due; and how many officers serve
or wait for a yes, until when.
"""

from sqlalchemy import Column, Date, Integer, MetaData, String, Table

SEALED = MetaData()

REPORTS = Table(
    "sealed_reports",
    SEALED,
    Column("id", String, primary_key=True),
    Column("code", String, nullable=False, unique=True),
    Column("state", String, nullable=False),
    Column("filed_on", Date, nullable=False),
    Column("changed_on", Date, nullable=False),
    # keyed number of the case it came from, until that is gone from the ordinary store
    Column("origin", String, nullable=True, unique=True),
    Column("about", String, nullable=True),
    sqlite_with_rowid=False,
)
PARTS = Table(
    "sealed_parts",
    SEALED,
    Column("report", String, primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("came_on", Date, nullable=False),
    Column("sealed", String, nullable=False),
    sqlite_with_rowid=False,
)
OFFICERS = Table(
    "sealed_officers",
    SEALED,
    Column("person", String, primary_key=True),
    Column("first", Date, nullable=False),
    Column("last", Date, nullable=False),
    Column("sealed", String, nullable=False),
    sqlite_with_rowid=False,
)
WISHES = Table(
    "sealed_wishes",
    SEALED,
    Column("id", String, primary_key=True),
    Column("person", String, nullable=False, unique=True),
    Column("until", Date, nullable=False),
    Column("sealed", String, nullable=False),
    sqlite_with_rowid=False,
)
LOOKS = Table(
    "sealed_looks",
    SEALED,
    Column("id", String, primary_key=True),
    Column("report", String, nullable=False, index=True),
    Column("looked_on", Date, nullable=False),
    Column("sealed", String, nullable=False),
    sqlite_with_rowid=False,
)
DRAFTS = Table(
    "sealed_drafts",
    SEALED,
    Column("id", String, primary_key=True),
    Column("teller", String, nullable=False, unique=True),
    Column("changed_on", Date, nullable=False),
    Column("sealed", String, nullable=False),
    sqlite_with_rowid=False,
)
LETTERS = Table(
    "sealed_letters",
    SEALED,
    Column("id", String, primary_key=True),
    Column("report", String, nullable=False, index=True),
    Column("due", Date, nullable=True),
    Column("sent_on", Date, nullable=True),
    Column("sealed", String, nullable=False),
    sqlite_with_rowid=False,
)
DIALOGS = Table(
    "sealed_dialogs",
    SEALED,
    Column("place", String, primary_key=True),
    Column("sealed", String, nullable=False),
    sqlite_with_rowid=False,
)
TRIES = Table(
    "sealed_tries",
    SEALED,
    Column("who", String, primary_key=True),
    Column("sealed", String, nullable=False),
    sqlite_with_rowid=False,
)
DAYS = Table(
    "sealed_days",
    SEALED,
    Column("name", String, primary_key=True),
    Column("day", Date, nullable=False),
    sqlite_with_rowid=False,
)
