"""``mediation.model.links.Links`` and ``mediation.model.joint.Joints`` in memory."""

from datetime import datetime

from mediation.model.joint import JointMatter, Signed
from mediation.model.links import CaseLink


class FakeLinks:
    def __init__(self) -> None:
        self.kept: dict[tuple[str, str, str], CaseLink] = {}

    def put(self, link: CaseLink) -> None:
        self.kept[link.number, link.other, link.kind] = link

    def of_case(self, number: str) -> list[CaseLink]:
        mine = [one for one in self.kept.values() if number in (one.number, one.other)]
        return sorted(mine, key=lambda one: (one.at, one.number, one.other))


class FakeJoints:
    def __init__(self) -> None:
        self.kept: dict[str, JointMatter] = {}
        self.signed: dict[tuple[str, int], datetime] = {}
        self.standing: set[tuple[str, int]] = set()

    def get(self, number: str) -> JointMatter | None:
        return self.kept.get(number)

    def by_code(self, code: str) -> JointMatter | None:
        return next((one for one in self.kept.values() if one.code == code), None)

    def add(self, joint: JointMatter) -> None:
        assert joint.number not in self.kept
        self.kept[joint.number] = joint

    def hold(self, number: str) -> None:
        """One transaction at a time anyway."""

    def sign(self, number: str, person_id: int, at: datetime) -> bool:
        if (number, person_id) in self.signed:
            return False
        self.signed[number, person_id] = at
        return True

    def unsign(self, number: str, person_id: int) -> bool:
        return self.signed.pop((number, person_id), None) is not None

    def signers(self, number: str) -> list[int]:
        found = [(at, person) for (of, person), at in self.signed.items() if of == number]
        return [person for _, person in sorted(found)]

    def signed_by(self, person_id: int) -> list[Signed]:
        found = [(number, at) for (number, person), at in self.signed.items() if person == person_id]
        return [Signed(number, at) for number, at in sorted(found, key=lambda one: one[1], reverse=True)]

    def represent(self, number: str, person_id: int, stands: bool) -> None:
        (self.standing.add if stands else self.standing.discard)((number, person_id))

    def representatives(self, number: str) -> list[int]:
        return sorted(person for of, person in self.standing if of == number)
