from pathlib import Path

import pytest

from knowledge.errors import BadData
from knowledge.reference.hotlines import load_hotlines
from knowledge.reference.time_limits import load_limits
from knowledge.triage.channels import DepartmentKind, DoorKey, Doors, load_doors
from knowledge.triage.kinds import Kind
from knowledge.triage.taxonomy import load_taxonomy


@pytest.fixture(scope="module")
def doors() -> Doors:
    return load_doors()


@pytest.mark.parametrize(
    ("kind", "code", "key"),
    [
        (Kind.CONCERN, "WAGE", DoorKey.LABOUR),
        (Kind.CONCERN, "INJU", DoorKey.INJURY),
        (Kind.CONCERN, "INSU", DoorKey.INSURANCE),
        (Kind.CONCERN, "LEGX", DoorKey.LITIGATION),
        (Kind.CONCERN, "HOUS", DoorKey.CLAIM),
        (Kind.CONCERN, "DISC", DoorKey.ACCUSATION),
        (Kind.QUESTION, "WAGE", DoorKey.CONSULTATION),
        (Kind.PRAISE, "BENE", DoorKey.SUGGESTION),
        (Kind.ACCUSATION, "WAGE", DoorKey.ACCUSATION),
    ],
)
def test_the_kind_leads_first_and_then_the_category(
    doors: Doors, kind: Kind, code: str, key: DoorKey
) -> None:
    door = doors.door(kind, [code])
    assert door and door.key is key


def test_a_labour_dispute_is_told_its_limit_and_number_and_may_still_be_mediated(doors: Doors) -> None:
    door = doors.door(Kind.CONCERN, ["CONT"])
    assert door and door.limits[0] == "arbitration" and "12333" in door.lines
    assert door.mediation and not door.sealed


def test_only_the_accusation_is_sealed_whatever_else_it_tells(doors: Doors) -> None:
    assert [door.key for door in doors.table.doors if door.sealed] == [DoorKey.ACCUSATION]
    assert doors.department(Kind.ACCUSATION, ["WAGE"]) is DepartmentKind.DISCIPLINE


def test_without_a_category_a_concern_is_a_claim_at_the_front(doors: Doors) -> None:
    door = doors.door(Kind.CONCERN, [])
    assert door and door.key is DoorKey.CLAIM
    assert doors.department(Kind.CONCERN, []) is DepartmentKind.FRONT


def test_every_category_limit_and_number_of_the_doors_exists(doors: Doors) -> None:
    codes = {category.code for category in load_taxonomy().categories}
    assert set(doors.table.departments) == codes
    assert {limit for door in doors.table.doors for limit in door.limits} <= load_limits().keys
    assert {line for door in doors.table.doors for line in door.lines} <= load_hotlines().numbers
    assert {door.key for door in doors.table.doors} == set(DoorKey)


def test_a_category_behind_two_doors_is_told(tmp_path: Path) -> None:
    path = tmp_path / "doors.toml"
    door = '[[door]]\nkey = "{}"\ncategories = ["WAGE"]\nlaw = "x"\n'
    path.write_text(door.format("claim") + door.format("labour") + '[departments]\nWAGE = "labour"\n')
    with pytest.raises(BadData) as refused:
        load_doors(path)
    assert "more than once: WAGE" in str(refused.value)
