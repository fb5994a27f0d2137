"""``xinqiao cases`` and ``xinqiao clocks``: aliases, codes and dates; no name, no words, no owner."""

import csv
import json
from datetime import date, timedelta
from typing import Any

import pytest

from bot.views.case_rows import clock_lines
from mediation.cases.filing import Concern, file_concern
from mediation.model.cases.case import HelperKind, StaffMember
from mediation.model.cases.content import Content
from mediation.model.procedure.matter import Promise
from mediation.model.procedure.step_input import StepInput, Taker
from mediation.model.procedure.table import Part
from mediation.procedure.matters import open_matter, take_step
from mediation.unmasking.request import ask, grant, look
from tests.bot.commands.conftest import Terminal
from tests.builders import CODE
from tests.fakes.proceedings import CHINA, CLOCKS, TABLE

DAY = date(2026, 3, 2)
HANDLER = StaffMember(person_id=203, duty=HelperKind.UNION, name="欧阳文")


def filed(records: Any) -> str:
    """A case that was told, with a name and a story, and its formal side."""
    concern = Concern([(Content(text="夜班津贴没发"), None)], {"who": "赵班长"}, "WAGE", name="王芳")
    number = file_concern(records, 98765, concern, CODE, timedelta(hours=1)).number
    open_matter(records, CLOCKS, records.cases.get(number), DAY, CHINA)
    return number


def step(records: Any, number: str, name: str, part: Part, **given: Any) -> None:
    taker = Taker(405, frozenset({part}))
    take_step(records, TABLE, CLOCKS, number, name, taker, StepInput(**given), DAY, CHINA)


def handled(records: Any) -> str:
    """Accepted, agreed on and settled: a promise, and a limit outside that is the owner's alone."""
    records.people.set_staff(HANDLER)
    number = filed(records)
    step(records, number, "accept", Part.TRIAGE, person=HANDLER)
    step(records, number, "agree_to_mediate", Part.OWNER)
    step(records, number, "unit_agrees", Part.UNIT_HEAD, reason="愿意谈")
    step(records, number, "mediate", Part.MEDIATOR)
    promises = (Promise(what="补发", until=date(2026, 3, 20)),)
    step(records, number, "propose_agreement", Part.MEDIATOR, agreement="补发", promises=promises)
    step(records, number, "sign_agreement", Part.OWNER)
    step(records, number, "sign_for_unit", Part.UNIT_HEAD)
    step(records, number, "settle", Part.MEDIATOR)
    return number


def acts(terminal: Terminal) -> list[tuple[str, str, dict[str, Any]]]:
    shown = terminal.types("audit", "show", "--json").stdout.splitlines()
    return [(one["act"], one["subject"], one["facts"]) for one in map(json.loads, shown)]


def test_the_list_shows_alias_state_and_next_day(terminal: Terminal) -> None:
    number = terminal.store(filed)
    alias = terminal.store(lambda r: r.cases.get(number).alias)
    shown = terminal.types("cases", "list").stdout
    assert all(word in shown for word in (number, alias, "已登记 registered", "inform", "2026-03-17 !"))
    (line,) = json.loads(terminal.types("cases", "list", "--json").stdout)
    assert (line["clock"], line["due"], line["overdue"]) == ("inform", "2026-03-17", True)
    assert "owner_id" not in line


def test_the_list_can_be_of_one_state_or_of_what_is_late(terminal: Terminal) -> None:
    registered, settled = terminal.store(filed), terminal.store(handled)
    one = json.loads(terminal.types("cases", "list", "--state", "settled", "--json").stdout)
    assert [line["number"] for line in one] == [settled]
    late = json.loads(terminal.types("cases", "list", "--overdue", "--json").stdout)
    assert {line["number"] for line in late} == {registered, settled}
    assert "'boss'; allowed: registered, need_info" in terminal.line("cases", "list", "--state", "boss")


def test_a_case_is_shown_without_names_and_words_and_the_audit_says_so(terminal: Terminal) -> None:
    number = terminal.store(handled)
    shown = terminal.types("cases", "show", number.lower().replace("-", ""))
    assert shown.exit_code == 0, shown.output
    assert all(
        word in shown.stdout for word in (number, "person:203 (union)", "补发", "settle", "2026-03-20")
    )
    both = shown.stdout + terminal.types("cases", "show", number, "--json").stdout
    assert not any(
        word in both for word in ("王芳", "夜班", "赵班长", "欧阳文", "98765", "judicial_confirmation")
    )
    assert acts(terminal)[-1] == ("read", number, {"what": "procedure"})


def test_a_case_in_json_has_its_steps_clocks_and_promises(terminal: Terminal) -> None:
    found = json.loads(terminal.types("cases", "show", terminal.store(handled), "--json").stdout)
    assert [one["step"] for one in found["steps"]] == [
        "file",
        "accept",
        "agree_to_mediate",
        "unit_agrees",
        "mediate",
        "propose_agreement",
        "sign_agreement",
        "sign_for_unit",
        "settle",
    ]
    clocks = {one["kind"]: (one["due"], one["stopped"]) for one in found["clocks"]}
    assert clocks["inform"] == ("2026-03-17", "2026-03-02")
    assert clocks["promise"] == ("2026-03-20", None)
    assert found["promises"] == [{"what": "补发", "until": "2026-03-20", "done_on": None}]


@pytest.mark.parametrize("number", ["ZZZZ-ZZZZ", "nonsense", "'; DROP"])
def test_a_number_that_is_none_is_one_line(terminal: Terminal, number: str) -> None:
    assert terminal.line("cases", "show", number).endswith("no such case in the formal procedure")
    assert all(act != "read" for act, _, _ in acts(terminal))


def test_what_was_sealed_is_nowhere(terminal: Terminal) -> None:
    number = terminal.store(filed)
    terminal.store(lambda r: step(r, number, "seal", Part.TRIAGE))
    assert json.loads(terminal.types("cases", "list", "--json").stdout) == []
    assert json.loads(terminal.types("clocks", "due", "--days", "3650", "--json").stdout) == []
    assert terminal.line("cases", "show", number).endswith("no such case in the formal procedure")


def test_an_export_is_a_table_for_spreadsheets_and_leaves_a_line(terminal: Terminal) -> None:
    number = terminal.store(handled)
    terminal.store(lambda r: r.matters.save(r.matters.get(number).model_copy(update={"unit": "=1+1"})))
    file = terminal.folder / "cases.csv"
    assert terminal.types("cases", "export", file).exit_code == 0
    (line,) = csv.DictReader(file.read_text(encoding="utf-8-sig").splitlines())
    assert (line["number"], line["state"], line["unit"]) == (number, "settled", "'=1+1")
    assert acts(terminal)[-1] == ("exported", "store", {"what": "cases", "rows": 1})
    assert terminal.line("cases", "export", file).endswith("exists already")
    assert terminal.line("cases", "export", "cases.txt").endswith("must end in .csv")


def test_clocks_that_are_due_are_listed_and_owners_own_limits_are_not(terminal: Terminal) -> None:
    number = terminal.store(handled)
    found = terminal.store(lambda r: clock_lines(r, CLOCKS, date(2026, 3, 18), date(2026, 5, 31)))
    assert [(one.kind, one.due, one.left, one.late) for one in found] == [
        ("promise", date(2026, 3, 20), 2, False),
        ("open_long", date(2026, 5, 31), 74, False),
    ]
    shown = terminal.types("clocks", "due").stdout
    assert number in shown and "答应要办的事" in shown
    (first, *_) = json.loads(terminal.types("clocks", "due", "--days", "0", "--json").stdout)
    assert (first["kind"], first["late"]) == ("promise", True)


def test_a_kind_without_a_clock_is_one_line_with_its_name(terminal: Terminal) -> None:
    number = terminal.store(filed)
    gone = "UPDATE deadlines SET kind = 'gone' WHERE kind = 'inform'"
    terminal.store(lambda r: r.connection.exec_driver_sql(gone))
    for words in (("cases", "list"), ("cases", "show", number), ("clocks", "due")):
        assert terminal.line(*words) == "deadlines: no clock of kind 'gone' in deadlines.toml"


def test_no_command_shows_the_name_even_where_somebody_may_see_it(terminal: Terminal) -> None:
    def granted(records: Any) -> str:
        number = filed(records)
        officer = StaffMember(person_id=501, duty="privacy", name="小郑")
        for member in (HANDLER, officer):
            records.people.set_staff(member)
        case = records.cases.get(number)
        records.cases.save(case.model_copy(update={"handler_id": HANDLER.person_id, "state": "claimed"}))
        one = ask(records, HANDLER, number, "paper", "文书")
        grant(records, officer, one.id)
        look(records, HANDLER, one.id, 7)
        return number

    number = terminal.store(granted)
    for words in (("cases", "show", number), ("cases", "show", number, "--json"), ("cases", "list")):
        assert "王芳" not in terminal.types(*words).stdout
