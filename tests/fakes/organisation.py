"""``mediation.model.records.Organisations`` in memory."""

from mediation.model.organisation import Change, Organisation, changes


class FakeOrganisation:
    def __init__(self) -> None:
        self.kept = Organisation()

    def read(self) -> Organisation:
        return self.kept

    def replace(self, after: Organisation) -> tuple[Change, ...]:
        before, self.kept = self.kept, after
        return changes(before, after)
