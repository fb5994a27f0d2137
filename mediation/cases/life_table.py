"""Reads the table of permitted moves from ``life.toml`` and checks it."""

import tomllib
from functools import cached_property
from pathlib import Path
from typing import Any

from pydantic import BaseModel, Field, model_validator

from mediation.model.cases.case import Role


class Move(BaseModel, extra="forbid"):
    """One permitted move; ``to`` equal to ``=`` stays in the same state."""

    do: str
    sources: list[str] = Field(alias="from")
    to: str
    who: list[Role]
    guards: list[str] = Field(alias="if")
    effects: list[str] = Field(alias="then")

    @cached_property
    def row(self) -> dict[str, Any]:
        """The move in the form that ``transitions.Machine`` takes."""
        return {
            "trigger": self.do,
            "source": self.sources,
            "dest": self.to,
            "conditions": [f"check_{name}" for name in self.guards],
            "after": [f"do_{name}" for name in self.effects],
        }


class LifeTable(BaseModel, extra="forbid"):
    """The whole life of a case as data."""

    initial: str
    final: list[str]
    states: list[str]
    move: list[Move]

    @model_validator(mode="after")
    def _states_are_known(self) -> "LifeTable":
        known = {*self.states, "="}
        used = {s for m in self.move for s in (*m.sources, m.to)} | {self.initial, *self.final}
        if unknown := used - known:
            raise ValueError(f"unknown states in the table: {sorted(unknown)}")
        return self

    def moves(self, trigger: str, state: str) -> list[Move]:
        """All moves of that name that start in ``state``."""
        return [m for m in self.move if m.do == trigger and state in m.sources]

    def open_to(self, roles: set[Role], state: str) -> list[str]:
        """Triggers that somebody with these roles may try in this state, in table order, once each."""
        names = [m.do for m in self.move if state in m.sources and roles & set(m.who)]
        return list(dict.fromkeys(names))


def read_table() -> LifeTable:
    """The table that ships with the product; raises ``ValueError`` when it names an unknown state."""
    text = Path(__file__).with_name("life.toml").read_text(encoding="utf-8")
    return LifeTable.model_validate(tomllib.loads(text))
