"""Collects what a person may have of their own, with the tables that say what an owner sees."""

from functools import cache

from mediation.deadlines.rules import read_clocks
from mediation.model.cases.case import Event
from mediation.model.procedure.table import ProcedureTable, read_procedure
from mediation.procedure.owner_view import owner_sees
from storage.operations.mydata import MyData, gather
from storage.unit_of_work.records import SqlRecords


@cache
def _procedure() -> ProcedureTable:
    return read_procedure()


@cache
def _outside() -> frozenset[str]:
    return frozenset(one.kind for one in read_clocks().clock if one.whose == "outside")


def collect(records: SqlRecords, person_id: int) -> MyData:
    """All that this person may have."""

    def sees(event: Event) -> bool:
        return owner_sees(_procedure(), event)

    return gather(records, person_id, sees, lambda kind: kind in _outside())
