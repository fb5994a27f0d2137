"""All that is hidden, table by table. What is not here is readable to whoever reads the database
(docs/decisions/0018).
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from storage.vault.encrypted_columns import HiddenColumns


def _blanks(**columns: object) -> MappingProxyType[str, object]:
    return MappingProxyType(columns)


CONTACT = HiddenColumns("contacts", ("bot", "person_id"), _blanks(chat=0), keyed="chat")
NAME = HiddenColumns("identities", ("case_number",), _blanks(name=""))
UPDATE = HiddenColumns("inbox", ("bot", "update_id"), _blanks(payload=""))
SAID = HiddenColumns("said", ("id",), _blanks(text="", entities=[], file=None, file_name=None))
SAID_BEFORE = HiddenColumns("said_versions", ("id",), _blanks(text="", entities=[]))
ACCOUNT = HiddenColumns("cases", ("number",), _blanks(account={}), column="sealed_account")
WORDS = HiddenColumns("cases", ("number",), _blanks(result="", rating_words=""), column="sealed_words")
REASON = HiddenColumns("case_events", ("id",), _blanks(reason=""))
DRAFT = HiddenColumns("drafts", ("person_id",), _blanks(account={}, name=None))
DRAFT_PART = HiddenColumns(
    "draft_parts", ("bot", "chat", "message"), _blanks(content={}, chat=0), keyed="chat"
)
MATTER = HiddenColumns(
    "matters", ("number",), _blanks(request="", draft="", opinion="", agreement="", agreed=[], promises=[])
)
# a sent paper is told by its case and its hash, which never change
PAPER = HiddenColumns("papers", ("case_number", "digest"), _blanks(paper=""))
PAPER_DRAFT = HiddenColumns("paper_drafts", ("case_number", "kind"), _blanks(told={}))
COMPLAINT = HiddenColumns("service_complaints", ("id",), _blanks(text="", answer=""))
HOLD = HiddenColumns("case_holds", ("id",), _blanks(reason="", release_reason=""))
CARE_NOTE = HiddenColumns("care_notes", ("id",), _blanks(text=""))
SENTENCE = HiddenColumns("unmaskings", ("id",), _blanks(sentence=""))
CALL_WORDS = HiddenColumns("crisis_words", ("call_id", "place"), _blanks(content={}))
DIALOG = HiddenColumns("dialog_states", ("key",), _blanks(data={}, key=""), keyed="key")


def _says_nothing(values: Mapping[str, Any]) -> bool:
    """Numbers and yes or no; a code, a reason or an excerpt is a text."""
    return not any(isinstance(fact, str) and fact for fact in values["facts"].values())


# a letter that waits is replaced and readdressed, so its row is told by what stays
FACTS = HiddenColumns("outbox", ("bot", "kind", "case_number"), _blanks(facts={}), harmless=_says_nothing)

ALL = (
    CONTACT, NAME, UPDATE, SAID, SAID_BEFORE, ACCOUNT, WORDS, REASON, DRAFT, DRAFT_PART, MATTER, PAPER,
    PAPER_DRAFT, COMPLAINT, HOLD, CARE_NOTE, SENTENCE, CALL_WORDS, DIALOG, FACTS,
)  # fmt: skip
"""In the order in which they are encrypted: persons first."""
