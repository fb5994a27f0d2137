"""The card in the group and the panel in a handler's private chat: the same wherever they are shown."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.callbacks import Button, Keyboard, Press
from bot.wording.catalogue import Wording
from mediation.care.contacts import may_offer
from mediation.model.cases.case import CaseFields, StaffMember
from mediation.related.repeats import linked
from mediation.related.signing import for_staff
from storage.unit_of_work.records import SqlRecords

GROUP_LANGUAGE = "zh-CN"
ANSWER_SHOWN, RESULT_SHOWN = 200, 800
"""Characters in the panel: it must fit into one message even where each counts twice."""

LINKS_SHOWN = 5

FREE = ("submitted", "reopened", "second_look")
WORKING = ("claimed", "reopened", "second_look")


def staff_title(wording: Wording, language: str, member: StaffMember) -> str:
    """Name and duty; the duty is left out where the name says it already (李律师)."""
    duty = wording.plain(language, f"duty-{member.duty}")
    if duty in member.name:
        return member.name
    return wording.plain(language, "staff", name=member.name, duty=duty)


def staff_name(wording: Wording, language: str, records: SqlRecords, person_id: int | None) -> str | None:
    """Name and duty of somebody on the roster, ``None`` for anybody else."""
    member = records.people.staff(person_id) if person_id is not None else None
    return staff_title(wording, language, member) if member is not None else None


def case_card(
    wording: Wording, case: CaseFields, handler: str | None, second: str | None, now: datetime, zone: ZoneInfo
) -> tuple[str, Keyboard]:
    """The one card of a case: category, age, clock, wished helper, state. No name and no story."""

    def words(key: str, **facts: str | int) -> str:
        return wording.html(GROUP_LANGUAGE, key, **facts)

    def button(key: str, do: str) -> Button:
        return Button(wording.plain(GROUP_LANGUAGE, key), Press(do, case.number))

    head = words(
        "card-head",
        number=case.number,
        category=wording.plain(GROUP_LANGUAGE, f"category-{case.category}"),
        filed=case.filed_at.astimezone(zone).strftime("%m-%d %H:%M"),
        wish=wording.plain(GROUP_LANGUAGE, f"wish-{case.wish or 'none'}"),
    )
    tail = [words("card-unreachable")] if case.owner_unreachable else []
    if case.handler_id is None and case.state in FREE:
        hours = int((now - case.filed_at).total_seconds() // 3600)
        lines = [words("card-waiting", hours=hours)]
        lines += [words("card-refusals", count=case.refusals)] if case.refusals else []
        lines += [words("card-late")] if case.reminded else []
        return "\n".join([head, *lines, *tail]), [
            [button("button-claim", "claim"), button("button-refuse", "refuse")]
        ]
    lines = [words(f"card-{case.state.replace('_', '-')}", handler=handler or "—")]
    lines += [words("card-second", second=second)] if second else []
    buttons: Keyboard = []
    if case.second_wanted and case.state in WORKING:
        lines.append(words("card-second-wanted"))
        buttons = [[button("button-join", "join")]]
    return "\n".join([head, *lines, *tail]), buttons


def case_panel(
    wording: Wording, language: str, records: SqlRecords, case: CaseFields, viewer_id: int, zone: ZoneInfo
) -> tuple[str, Keyboard]:
    """What a handler sees of a case: alias, category, the answers of the intake, what can be done.

    Anybody else who may look (a supervisor) sees neither name nor story nor answers.
    """
    works_on_it = viewer_id in (case.handler_id, case.second_id)

    def words(key: str, **facts: str | int) -> str:
        return wording.html(language, key, **facts)

    reads_it = viewer_id == case.handler_id or (works_on_it and not case.handler_only)
    name = records.cases.name(case.number) if reads_it else None
    current = records.people.current_case(viewer_id) == case.number
    lines = [
        words(
            "panel-head",
            number=case.number,
            who=f"{name}（{case.alias}）" if name else case.alias,
            category=wording.plain(language, f"category-{case.category}"),
            state=wording.plain(language, f"state-{case.state.replace('_', '-')}"),
            filed=case.filed_at.astimezone(zone).strftime("%Y-%m-%d %H:%M"),
        )
    ]
    answers = records.cases.account(case.number) if reads_it else {}
    for field, answer in answers.items():
        lines.append(
            words(
                "panel-line", label=wording.plain(language, f"account-{field}"), answer=answer[:ANSWER_SHOWN]
            )
        )
    if case.result:
        lines.append(words("panel-result", result=case.result[:RESULT_SHOWN]))
    if case.owner_unreachable:
        lines.append(words("panel-unreachable"))
    if works_on_it and case.handler_only:
        lines.append(words("panel-handler-only"))
    if works_on_it:
        lines += joint_lines(wording, language, records, case)
        lines += link_lines(wording, language, records, case, viewer_id)
        lines.append(words("panel-current" if current else "panel-not-current"))
    offers_care = may_offer(records.people.staff(viewer_id))
    return "\n".join(lines), panel_buttons(wording, language, case, viewer_id, current, offers_care)


def joint_lines(wording: Wording, language: str, records: SqlRecords, case: CaseFields) -> list[str]:
    """What people have signed and how many, never who."""
    seen = for_staff(records, case)
    if seen is None:
        return []
    counts = {"count": seen.count, "representatives": seen.representatives}
    return [wording.html(language, "panel-cosigned", text=seen.joint.statement, **counts)]


def link_lines(
    wording: Wording, language: str, records: SqlRecords, case: CaseFields, viewer_id: int
) -> list[str]:
    """Cases that are the same matter, as far as this person may know of them: numbers and states."""
    held = [one for one in linked(records, case.number, viewer_id) if one.link.holds]
    return [
        wording.html(
            language,
            f"panel-{link.kind.value.replace('_', '-')}",
            number=other.number,
            alias=other.alias,
            state=wording.plain(language, f"state-{other.state.replace('_', '-')}"),
        )
        for link, other in held[-LINKS_SHOWN:]
    ]


def panel_buttons(
    wording: Wording,
    language: str,
    case: CaseFields,
    viewer_id: int,
    current: bool,
    offers_care: bool = False,
) -> Keyboard:
    """The acts open to this member of staff; what the table forbids is not offered."""

    def button(key: str, do: str) -> Button:
        return Button(wording.plain(language, key), Press(do, case.number))

    if viewer_id not in (case.handler_id, case.second_id):
        close = (
            [button("button-close-with-reason", "close")] if case.state in ("resolved", "second_look") else []
        )
        last = [button("button-stage", "stage"), button("button-desk", "desk")]
        return [close, last] if close else [last]
    rows: Keyboard = [] if current else [[button("button-open-case", "open")]]
    if case.handler_id == viewer_id and case.state in WORKING:
        rows.append([button("button-result", "result"), button("button-give-back", "give_back")])
        second = [button("button-hand-over", "hand_over")]
        if case.second_id is None and not case.second_wanted:
            second.append(button("button-ask-second", "ask_second"))
        rows.append(second)
    rows.append([button("button-story", "story"), button("button-likely", "likely")])
    if case.handler_id == viewer_id or not case.handler_only:
        rows.append([button("button-unmask", "unmask")])
    if offers_care:
        rows.append([button("button-care-offer", "care_offer")])
    rows.append([button("button-stage", "stage"), button("button-desk", "desk")])
    return rows
