"""Joint matters: what is signed, by whom, and who comes for all."""

from datetime import datetime

from sqlalchemy import ColumnElement, Connection, delete, insert, select

from mediation.model.joint import JointMatter, Signed
from storage.database.sql import insert_new, table
from storage.tables import JointRow, RepresentativeRow, SignatureRow

JOINTS = table(JointRow)
SIGNATURES = table(SignatureRow)
REPRESENTATIVES = table(RepresentativeRow)
FIELDS = [JOINTS.c[name] for name in JointMatter.model_fields]


class SqlJoints:
    """See ``mediation.model.joint.Joints``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, number: str) -> JointMatter | None:
        """The joint matter of a case."""
        return self._one(JOINTS.c.number == number)

    def by_code(self, code: str) -> JointMatter | None:
        """The joint matter behind a code."""
        return self._one(JOINTS.c.code == code)

    def _one(self, which: ColumnElement[bool]) -> JointMatter | None:
        row = self._connection.execute(select(*FIELDS).where(which)).first()
        return JointMatter.model_construct(**row._mapping) if row is not None else None

    def add(self, joint: JointMatter) -> None:
        """Keep a new one."""
        self._connection.execute(insert(JOINTS), joint.model_dump())

    def hold(self, number: str) -> None:
        """On SQLite a transaction that writes is alone anyway."""
        mine = select(JOINTS.c.number).where(JOINTS.c.number == number)
        self._connection.execute(mine.with_for_update())

    def sign(self, number: str, person_id: int, at: datetime) -> bool:
        """Once each."""
        return insert_new(self._connection, SignatureRow, case_number=number, person_id=person_id, at=at)

    def unsign(self, number: str, person_id: int) -> bool:
        """Away with it; False when there is none."""
        mine = (SIGNATURES.c.case_number == number) & (SIGNATURES.c.person_id == person_id)
        return self._connection.execute(delete(SIGNATURES).where(mine)).rowcount == 1

    def signers(self, number: str) -> list[int]:
        """In the order in which they signed."""
        of = select(SIGNATURES.c.person_id).where(SIGNATURES.c.case_number == number)
        return list(self._connection.scalars(of.order_by(SIGNATURES.c.at, SIGNATURES.c.person_id)))

    def signed_by(self, person_id: int) -> list[Signed]:
        """The newest first."""
        of = select(SIGNATURES.c.case_number, SIGNATURES.c.at).where(SIGNATURES.c.person_id == person_id)
        rows = self._connection.execute(of.order_by(SIGNATURES.c.at.desc(), SIGNATURES.c.case_number))
        return [Signed(number, at) for number, at in rows]

    def represent(self, number: str, person_id: int, stands: bool) -> None:
        """Stands, or does not any more; either twice is no error."""
        if stands:
            insert_new(self._connection, RepresentativeRow, case_number=number, person_id=person_id)
            return
        mine = (REPRESENTATIVES.c.case_number == number) & (REPRESENTATIVES.c.person_id == person_id)
        self._connection.execute(delete(REPRESENTATIVES).where(mine))

    def representatives(self, number: str) -> list[int]:
        """Who stands."""
        of = select(REPRESENTATIVES.c.person_id).where(REPRESENTATIVES.c.case_number == number)
        return sorted(self._connection.scalars(of))
