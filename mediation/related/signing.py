"""Co-signing: the owner makes a case joint, others sign it once each, up to five come for all."""

import unicodedata
from dataclasses import dataclass

from mediation.access.case_access import own_case
from mediation.errors import NotFound, Refused
from mediation.model.cases.case import CaseFields, Notice
from mediation.model.cases.numbers import ALPHABET, Choose, choose_securely
from mediation.model.joint import REPRESENTATIVES, JointMatter, Signed
from mediation.model.links import CaseLink, LinkKind
from mediation.model.records import Records
from mediation.related.repeats import SEALED

STATEMENT_LIMIT = 300
CODE_TRIES_PER_HOUR = 10
CODE_LETTERS = 10
"""More than a number has, so that nobody types one for the other; 30**10 codes."""

OPEN = ("submitted", "claimed", "reopened", "second_look")
"""States in which a case may be made joint, signed and represented."""


@dataclass(frozen=True)
class JointStatus:
    """A joint matter as it stands: counts, never names. The owner is no co-signer."""

    joint: JointMatter
    case: CaseFields
    count: int
    representatives: int
    signed: bool
    represents: bool


def join_code(choose: Choose = choose_securely) -> str:
    """A new code, e.g. ``K7QF2-MRD3X``."""
    letters = "".join(choose(ALPHABET) for _ in range(CODE_LETTERS))
    return f"{letters[:5]}-{letters[5:]}"


def read_code(text: str) -> str | None:
    """The code that somebody typed, or ``None``; forgiving as ``read_number`` is."""
    letters = "".join(ch for ch in unicodedata.normalize("NFKC", text).upper() if ch.isalnum())
    if len(letters) != CODE_LETTERS or any(ch not in ALPHABET for ch in letters):
        return None
    return f"{letters[:5]}-{letters[5:]}"


def open_joint(
    records: Records, owner_id: int, number: str, statement: str, choose: Choose = choose_securely
) -> JointMatter:
    """Make an own case joint; a case that is joint already stays as it is, with the words that were signed.

    Raises ``NotFound``, ``Refused`` (``statement_length``, ``joint_is_over``).
    """
    case = own_case(records, owner_id, number)
    _still_open(records, case)
    known = records.joints.get(number)
    if known is not None:
        return known
    statement = statement.strip()
    if not 0 < len(statement) <= STATEMENT_LIMIT:
        raise Refused("statement_length", limit=STATEMENT_LIMIT)
    code = join_code(choose)
    while records.joints.by_code(code) is not None:
        code = join_code(choose)
    joint = JointMatter(number=number, code=code, statement=statement, opened_at=records.now)
    records.joints.add(joint)
    records.audit.write("joint", number, owner_id, what="opened")
    return joint


def count_code_try(records: Records, person_id: int) -> None:
    """Ten codes an hour; counted in a transaction of its own, before the code is looked up.

    Raises ``Refused("too_many_tries")``.
    """
    if records.people.count_try(person_id, "join", records.now) > CODE_TRIES_PER_HOUR:
        raise Refused("too_many_tries")


def look_up(records: Records, person_id: int, typed: str) -> JointStatus:
    """What somebody with the code may see before they sign.

    Raises ``Refused``: ``join_code_unknown`` (also for what was sealed since and for whoever it is about),
    ``joint_is_over``.
    """
    code = read_code(typed)
    joint = records.joints.by_code(code) if code else None
    if joint is None:
        raise Refused("join_code_unknown")
    case = records.cases.get(joint.number)
    if _hidden(records, case.number, person_id):
        raise Refused("join_code_unknown")
    _still_open(records, case)
    return _standing(records, joint, case, person_id)


def sign(records: Records, person_id: int, code: str) -> JointStatus:
    """Sign, once however often; the owner is told how many there are now, and no name.

    Raises as ``look_up``, and ``Refused``: ``joint_own`` for the owner, ``joint_handles`` for whoever works
    on the case.
    """
    seen = look_up(records, person_id, code)
    case = seen.case
    if person_id == case.owner_id:
        raise Refused("joint_own")
    if person_id in (case.handler_id, case.second_id, case.offered_to_id):
        raise Refused("joint_handles")
    if records.joints.sign(case.number, person_id, records.now):
        records.audit.write("joint", case.number, person_id, what="signed")
        facts = {"count": _count(records, case)}
        # ten who sign at once are one message with the last count
        key = f"joint:{case.number}"
        records.outbox.post(
            Notice(to=case.owner_id, kind="joint_signed", case_number=case.number, facts=dict(facts), key=key)
        )
    return _standing(records, seen.joint, case, person_id)


def take_back(records: Records, person_id: int, number: str) -> None:
    """The signature goes, and with it the place among the representatives. Raises ``NotFound``."""
    records.joints.hold(number)
    if not records.joints.unsign(number, person_id):
        raise NotFound
    records.joints.represent(number, person_id, False)
    records.audit.write("joint", number, person_id, what="taken_back")


def stand(records: Records, person_id: int, number: str, stands: bool) -> JointStatus:
    """The owner or a co-signer comes to a visit for all, or does not after all.

    Raises ``NotFound``, ``Refused("five_representatives")`` for the sixth, ``joint_is_over``.
    """
    records.joints.hold(number)
    before = standing(records, person_id, number)
    if stands:
        _still_open(records, before.case)
        if not before.represents and before.representatives >= REPRESENTATIVES:
            raise Refused("five_representatives", limit=REPRESENTATIVES)
    if stands != before.represents:
        records.joints.represent(number, person_id, stands)
        records.audit.write("joint", number, person_id, what="represents" if stands else "steps_back")
    return standing(records, person_id, number)


def standing(records: Records, person_id: int, number: str) -> JointStatus:
    """A joint matter for its owner or somebody who has signed it; for anybody else ``NotFound``."""
    joint = records.joints.get(number)
    if joint is None:
        raise NotFound
    case = records.cases.get(number)
    seen = _standing(records, joint, case, person_id)
    if person_id != case.owner_id and (not seen.signed or _hidden(records, number, person_id)):
        raise NotFound
    return seen


def for_staff(records: Records, case: CaseFields) -> JointStatus | None:
    """The counts for the panel of a case; ``None`` where it is not joint."""
    joint = records.joints.get(case.number)
    return _standing(records, joint, case, 0) if joint is not None else None


def signed_cases(records: Records, person_id: int) -> list[CaseFields]:
    """Cases that somebody has co-signed and may see, the newest signature first."""
    signed: list[Signed] = records.joints.signed_by(person_id)
    cases = [records.cases.get(one.number) for one in signed if not _hidden(records, one.number, person_id)]
    return [case for case in cases if case.owner_id != person_id]


def link_own(records: Records, person_id: int, joint_number: str, own_number: str) -> CaseLink:
    """A co-signer says that their own case is part of the joint matter. Raises ``NotFound``."""
    if not standing(records, person_id, joint_number).signed:
        raise NotFound
    own_case(records, person_id, own_number)
    link = CaseLink(number=joint_number, other=own_number, kind=LinkKind.JOINT, by=person_id, at=records.now)
    records.links.put(link)
    records.audit.write("linked", joint_number, person_id, other=own_number, kind=LinkKind.JOINT.value)
    return link


def _standing(records: Records, joint: JointMatter, case: CaseFields, person_id: int) -> JointStatus:
    signers = set(records.joints.signers(case.number))
    # whoever has followed the case up from another account since stands for nobody any more
    standing_now = set(records.joints.representatives(case.number)) & {*signers, case.owner_id}
    return JointStatus(
        joint,
        case,
        _count(records, case),
        len(standing_now),
        person_id in signers - {case.owner_id},
        person_id in standing_now,
    )


def _count(records: Records, case: CaseFields) -> int:
    return len(set(records.joints.signers(case.number)) - {case.owner_id})


def _still_open(records: Records, case: CaseFields) -> None:
    if case.state not in OPEN or _hidden(records, case.number, 0):
        raise Refused("joint_is_over", number=case.number)


def _hidden(records: Records, number: str, person_id: int) -> bool:
    """Sealed since, or about this person."""
    try:
        matter = records.matters.get(number)
    except NotFound:
        return False
    return matter.state == SEALED or person_id in matter.named
