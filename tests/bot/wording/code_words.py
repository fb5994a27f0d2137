"""Reads the source for the keys it asks for: literal ones, and families such as ``state-…`` made of codes."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from bot.commands.staff.staff import DUTIES
from bot.dialogs.features import BEFORE_WINDOWS, FEATURES, menu_commands
from bot.dialogs.intake.steps import HELPERS
from bot.dialogs.privacy.page import PURPOSES
from bot.dialogs.procedure.ask_for_needs import ASKED_FOR_PAPERS, type_of
from bot.dialogs.procedure.take_step import SHOWN_TYPES
from bot.outbound.letters.every_letter import EVERY_LETTER
from bot.outbound.letters.form import all_forms
from bot.views.my_data_lists import WHAT
from knowledge.crisis import Danger
from knowledge.laws.texts.article import Validity
from knowledge.triage.channels import ChannelKey, DepartmentKind
from knowledge.triage.kinds import Kind
from knowledge.triage.taxonomy import load_taxonomy
from knowledge.triage.urgency import Level
from mediation.access.rights import rights
from mediation.cases.life_table import read_table
from mediation.deadlines.rules import Addressee
from mediation.messages.file_risks import HELD
from mediation.messages.taking_back import GONE
from mediation.model.care import Often, Wrote
from mediation.model.cases.account import ACCOUNT_FIELDS
from mediation.model.cases.content import CARRIED, Privacy
from mediation.model.consents import Purpose
from mediation.model.links import LinkKind
from mediation.model.procedure.table import Need, read_procedure
from mediation.model.unmasking import Trait, unmasking_rules
from mediation.papers.kinds import kinds
from mediation.procedure.warnings import NOT_OURS
from mediation.routing.responsibility import Duty
from mediation.routing.routing import Urgency

ROOT = Path(__file__).parents[3]
NOT_KEYS = {"zh-CN", "first-admin"}
"""Strings of the code that only look like keys."""

WITHOUT_WORDS = {"not_now"}
"""Refusals that only a forged press can meet; ``refused-other`` answers them."""

_KEY = re.compile(r"[a-z]+(-[a-zA-Z]+)+")
_FAMILY = re.compile(r"[a-z]+(-[a-z]+)*-")


@cache
def trees(*folders: str) -> tuple[ast.Module, ...]:
    """The parsed files of these folders, the sandbox left out: it speaks for Telegram, not for us."""
    files = sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))
    return tuple(ast.parse(f.read_text(encoding="utf-8")) for f in files if "sandbox" not in f.parts)


@cache
def _nodes(*folders: str) -> tuple[ast.AST, ...]:
    return tuple(node for tree in trees(*folders) for node in ast.walk(tree))


@cache
def _named_calls(*folders: str) -> tuple[tuple[str, ast.Call], ...]:
    found = (node for node in _nodes(*folders) if isinstance(node, ast.Call))
    return tuple((getattr(one.func, "attr", getattr(one.func, "id", "")), one) for one in found)


def calls(*names: str, within: tuple[str, ...] = ("bot",)) -> Iterator[ast.Call]:
    """Calls of functions, methods or classes with one of these names."""
    yield from (call for name, call in _named_calls(*within) if name in names)


def texts(*nodes: ast.AST) -> list[str]:
    """All literal strings inside these expressions."""
    inner = (one for node in nodes for one in ast.walk(node))
    return [one.value for one in inner if isinstance(one, ast.Constant) and isinstance(one.value, str)]


def asked_for(*names: str) -> Iterator[tuple[ast.Call, list[str]]]:
    """Calls for words, with the keys that are written out in them; the language may come first."""
    for call in calls(*names):
        name = getattr(call.func, "attr", getattr(call.func, "id", ""))
        key = call.args[1] if name != "button" and len(call.args) > 1 else call.args[0]
        either = (key.body, key.orelse) if isinstance(key, ast.IfExp) else (key,)
        yield call, [key for one in either if isinstance(one, ast.Constant) for key in texts(one)]


@cache
def literal_keys() -> set[str]:
    """Every literal of the bot that is, or looks like, a key."""
    asked = {key for _, keys in asked_for("words", "plain", "html", "button") for key in keys}
    hyphened = {text for node in _nodes("bot") if isinstance(node, ast.Constant) for text in texts(node)}
    single = {key for key in asked if re.fullmatch(r"[a-z]+", key)}
    return single | {text for text in hyphened if _KEY.fullmatch(text)} - NOT_KEYS


@cache
def family_prefixes() -> set[str]:
    """The beginnings of all f-strings that build a key."""
    found = set()
    for node in _nodes("bot"):
        if isinstance(node, ast.JoinedStr) and isinstance(first := node.values[0], ast.Constant):
            found |= {first.value} if _FAMILY.fullmatch(str(first.value)) else set()
    return found


@cache
def refusal_facts() -> dict[str, set[str]]:
    """Every code that is refused with anywhere, and the facts that always come with it."""
    found: dict[str, set[str]] = {"not_found": set()}
    for call in calls("Refused", "_check", within=("bot", "mediation", "storage")):
        facts = {word.arg or "" for word in call.keywords}
        for code in texts(*call.args[:1]):
            found[code] = found.get(code, facts) & facts
    return found


@cache
def notice_facts() -> dict[str, set[str]]:
    """Every kind of notice that is written in words, and the facts that it brings along."""
    written_otherwise = {kind for kind, form in all_forms(EVERY_LETTER).items() if form.write is not None}
    found: dict[str, set[str]] = {}
    for call in calls("tell", "_tell_handlers", within=("mediation",)):
        for kind in texts(*call.args):
            found[kind] = {word.arg or "" for word in call.keywords}
    for call in calls("Notice", "ask_to_decide", within=("mediation", "storage", "bot")):
        for word in call.keywords:
            if word.arg == "kind":
                found |= {kind: found.get(kind, set()) for kind in texts(word.value)}
    return {kind: facts for kind, facts in found.items() if kind not in written_otherwise}


@cache
def reason_codes() -> set[str]:
    """Every reason that the routing can give."""
    found = {text for call in calls("Reason", within=("mediation",)) for text in texts(*call.args[:1])}
    pressing = {f"{one}_first" for one in (Urgency.CRISIS, Urgency.HAZARD)}
    return {one for one in found if one != "_first"} | pressing | {"own_unit", "unit_above"}


@cache
def finding_codes() -> set[str]:
    """Every code that the check of the organisation can find."""
    finds = calls("Finding", "_twice", within=("mediation",))
    return {text for call in finds for text in texts(*call.args[:1])}


WITH_WORDS = (
    "article_not_stored", "article_without_law", "telephone_not_checked", "part_missing", "fact_wrong",
    "other",
)  # fmt: skip
"""Faults of papers that have words of their own."""


def _dashed(*codes: str) -> set[str]:
    return {code.replace("_", "-") for code in codes}


@cache
def families() -> dict[str, set[str]]:
    """What each built key can end in."""
    table, procedure = read_table(), read_procedure()
    others = set(Addressee) - {Addressee.OWNER, Addressee.SUPERVISOR, *NOT_OURS}
    states = _dashed(*table.states)
    labels = {text for call in calls("_labels") for text in texts(*call.args[1:])}
    lines = {"story", "category", "helper", "naming"}
    return {
        "state-": states | {"draft"},  # the history of a case begins with it
        "see-next-": states,
        "card-": states,
        "trigger-": _dashed(*(move.do for move in table.move)),
        "stage-": _dashed(*procedure.states),
        "step-": _dashed(*(step.do for step in procedure.steps)),
        "part-": {part.value.lower() for part in others},
        "category-": {category.code for category in load_taxonomy().categories},
        "duty-": {*DUTIES, "none"},
        "wish-": set(HELPERS),
        "do-": _dashed(*(step.do for step in procedure.steps)),
        "ask-": _dashed(*Need, *ASKED_FOR_PAPERS),
        "fact-": _dashed(*(one for one in (*Need, *ASKED_FOR_PAPERS) if type_of(one) in SHOWN_TYPES)),
        "choice-": _dashed(*kinds().choices("outcome"), *kinds().choices("verdict")),
        "why-": _dashed(*reason_codes()),
        "org-found-": _dashed(*finding_codes()),
        "paper-": _dashed(*WITH_WORDS),
        "chain-": _dashed(*Duty),
        "level-": set(Level),
        "crisis-": _dashed(*Danger),
        "kind-of-": set(Kind),
        "door-to-": set(ChannelKey),
        "account-": {*ACCOUNT_FIELDS, *lines},
        "intake-ask-": set(ACCOUNT_FIELDS),
        "command-": set(menu_commands((*BEFORE_WINDOWS, *FEATURES))),
        "mydata-what-": set(WHAT),
        "purpose-": {name for name, _ in PURPOSES},
        "consent-name-": _dashed(*Purpose),
        "office-": set(DepartmentKind),
        "often-": set(Often),
        "wrote-": set(Wrote),
        "unmask-ground-": {one.key for one in unmasking_rules().ground},
        "unmask-withhold-": {one.key for one in unmasking_rules().withhold},
        "unmask-trait-": _dashed(*Trait),
        "unmask-rescue-": set(unmasking_rules().at_once.why),
        "file-": {one.value for one in HELD},
        "care-ask-": set(Wrote),
        "care-done-": set(Wrote),
        "export-": {"html", "json"},
        "button-": _dashed(*labels),
        "story-": {privacy.value for privacy in Privacy},
        "secret-": {"state", "commercial"},
        "kind-": _dashed(*CARRIED, GONE) - {"text"},
        "panel-": _dashed(*LinkKind),
        "edit-": {"draft", "public", "internal"},
        "law-unavailable-": _dashed(*Validity) - {"current"},
        "law-doubt-": {"source-says-repealed"},
        "refused-": _dashed(*refusal_facts().keys() - WITHOUT_WORDS),
        "notice-": _dashed(*notice_facts().keys() - {"receipt"}) | {"receipt-anonymous", "receipt-named"},
    }


@cache
def keys_in_use() -> set[str]:
    """Every key that the program can ask for."""
    built = {prefix + end for prefix, ends in families().items() for end in ends}
    return literal_keys() | built | own_keys() | result_keys()


@cache
def result_keys() -> set[str]:
    """What the result of a calculator says; its rules name the sentence."""
    named = {text for tree in trees("knowledge/calculators") for text in texts(tree)}
    return {text for text in named if re.fullmatch(r"reckon-[a-z-]+", text)}


@cache
def own_keys() -> set[str]:
    """What the table of rights says to the owner of a case, in an alert."""
    return {right.own for right in rights().all if right.own}


@cache
def plain_keys() -> set[str]:
    """Keys shown where no markup is read: buttons, alerts, command lists."""
    found = {key for _, keys in asked_for("plain", "button") for key in keys}
    found |= {key for key in keys_in_use() if key.startswith(("button-", "door-", "command-", "refused-"))}
    return found | alert_keys()


@cache
def alert_keys() -> set[str]:
    """Keys that can stand in the small window over a pressed button."""
    found = {text for call in calls("toast", "_move_and_say") for text in texts(call)}
    found |= {key for key in keys_in_use() if key.startswith(("refused-", "unfit-"))}
    return (found | own_keys() | {"sorry-alert"}) & keys_in_use()
