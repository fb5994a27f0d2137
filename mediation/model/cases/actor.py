"""Who acts on a case, the roles that gives them, and what they bring along."""

from dataclasses import dataclass

from mediation.model.cases.case import CaseFields, Role, StaffMember


@dataclass(frozen=True)
class Actor:
    """Who acts: the person, and their entry on the roster if they have one."""

    person_id: int
    staff: StaffMember | None = None

    def roles_on(self, case: CaseFields) -> set[Role]:
        """The roles this person has towards this case; membership of a group gives none."""
        roles = {Role.OWNER} if self.person_id == case.owner_id else set()
        if self.staff is None or not self.staff.active:
            return roles
        if self.staff.mediates and self.person_id != case.owner_id:
            roles.add(Role.MEDIATOR)
            roles |= {Role.HANDLER} if self.person_id == case.handler_id else set()
            roles |= {Role.OFFERED} if self.person_id == case.offered_to_id else set()
        if self.staff.supervises:
            roles.add(Role.SUPERVISOR)
        return roles


@dataclass(frozen=True)
class Intent:
    """What the actor brings along; which of it is needed depends on the move."""

    reason: str = ""
    result: str = ""
    rating: int = 0
    colleague: StaffMember | None = None
