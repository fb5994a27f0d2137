"""What each kind of paper demands: the parts that must be there, the facts, and of which type they are."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from knowledge.datafile import read_checked
from knowledge.fields import Words
from mediation.model.procedure.paper import Kind

KINDS_FILE = Path(__file__).with_name("kinds.toml")

Name = Annotated[str, StringConstraints(pattern=r"^[a-z]+(_[a-z]+)*$")]
Simple = Literal["text", "lines", "day", "moment", "limit", "count", "money", "articles", "yes"]
FactType = Simple | Annotated[tuple[Name, ...], Field(min_length=2)]
"""A type by name, or the values that a choice can have."""

EVERYWHERE: tuple[str, ...] = ("number", "date", "office")
"""Facts of the paper itself; a template may show them and need not, both forms show them anyway."""

ONLY_CONDITIONS = ("yes",)


class Also(BaseModel):
    """Where the choice `where` has the value `has`, the facts `must` are needed too."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    where: Name
    has: Name
    must: tuple[Name, ...] = Field(min_length=1)


class Demands(BaseModel):
    """One kind of paper. Fields are explained at the head of ``kinds.toml``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    why: Words
    parts: tuple[Name, ...] = Field(min_length=1)
    must: tuple[Name, ...] = Field(min_length=1)
    may: tuple[Name, ...] = ()
    either: tuple[tuple[Name, Name], ...] = ()
    also: tuple[Also, ...] = ()

    @property
    def needed(self) -> tuple[str, ...]:
        """Facts without which nothing is written, those of the paper itself first."""
        return (*EVERYWHERE, *self.must)

    def needed_with(self, given: Mapping[str, object]) -> tuple[str, ...]:
        """`needed`, and what the choices among the given facts need besides."""
        more = [name for one in self.also if given.get(one.where) == one.has for name in one.must]
        return (*self.needed, *more)

    @property
    def known(self) -> tuple[str, ...]:
        """Every fact that may be given."""
        return (*self.needed, *(name for pair in self.either for name in pair), *self.may)


class Kinds(BaseModel):
    """All kinds, and the types of all facts."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    facts: Mapping[Name, FactType]
    kind: Mapping[Kind, Demands]

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if lacking := [kind.value for kind in Kind if kind not in self.kind]:
            raise ValueError(f"no demands for {', '.join(lacking)}")
        for kind, demands in self.kind.items():
            if unknown := [name for name in demands.known if name not in self.facts]:
                raise ValueError(f"{kind.value} names facts without a type: {', '.join(unknown)}")
            if len(set(demands.known)) != len(demands.known):
                raise ValueError(f"{kind.value} names a fact twice")
        return self

    def choices(self, name: str) -> tuple[str, ...]:
        """The values of a choice; none for any other fact."""
        found = self.facts[name]
        return found if isinstance(found, tuple) else ()


def load_kinds(path: Path = KINDS_FILE) -> Kinds:
    """The demands of every kind; raises ``BadData`` with file, place and problem."""
    return read_checked(path, Kinds)


@cache
def kinds() -> Kinds:
    """Our own demands, read once; an operator changes wording, never what a paper must say."""
    return load_kinds()
