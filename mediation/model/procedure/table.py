"""Reads the table of permitted steps from ``procedure.toml`` and checks it against the clocks."""

import tomllib
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, model_validator

STAY, BACK = "=", "back"


class Part(StrEnum):
    """Who somebody is towards a matter (domain: EMP, TRI, HDL, MED, UH, SPN, SUP, REV)."""

    OWNER = "owner"
    TRIAGE = "triage"
    HANDLER = "handler"
    RECEIVER = "receiver"
    MEDIATOR = "mediator"
    UNIT_HEAD = "unit_head"
    SPONSOR = "sponsor"
    SUPERVISOR = "supervisor"
    REVIEWER = "reviewer"


class Need(StrEnum):
    """What has to be given with a step."""

    REASON = "reason"
    ITEMS = "items"
    DOOR = "door"
    UNIT = "unit"
    PERSON = "person"
    CONCERNED = "concerned"
    OPINION = "opinion"
    AGREEMENT = "agreement"
    UNTIL = "until"
    PLAN = "plan"
    PROMISES = "promises"
    PROMISE = "promise"


class Step(BaseModel):
    """One permitted step; fields are explained at the head of ``procedure.toml``."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    do: str
    sources: tuple[str, ...] = Field(alias="from", min_length=1)
    to: str
    who: tuple[Part, ...] = Field(min_length=1)
    needs: tuple[Need, ...] = ()
    guards: tuple[str, ...] = Field(default=(), alias="if")
    stop: tuple[str, ...] = ()
    start: tuple[str, ...] = ()
    again: tuple[str, ...] = ()
    paper: str = ""
    signs: str = ""
    tell: tuple[Part, ...] = ()
    effects: tuple[str, ...] = Field(default=(), alias="then")


class ProcedureTable(BaseModel):
    """The whole way of a matter as data."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    initial: str
    states: tuple[str, ...]
    steps: tuple[Step, ...] = Field(alias="step")

    @model_validator(mode="after")
    def _states_are_known(self) -> "ProcedureTable":
        used = {state for step in self.steps for state in (*step.sources, step.to)} | {self.initial}
        if unknown := used - {*self.states, STAY, BACK}:
            raise ValueError(f"unknown states in the table: {sorted(unknown)}")
        names = [step.do for step in self.steps]
        if len(names) != len(set(names)):
            raise ValueError("a step stands twice in the table")
        if undrafted := {step.signs for step in self.steps if step.signs} - {
            step.paper for step in self.steps
        }:
            raise ValueError(f"nothing drafts what is signed: {sorted(undrafted)}")
        return self

    def step(self, name: str) -> Step | None:
        """The step of that name."""
        return next((step for step in self.steps if step.do == name), None)

    def open_to(self, parts: Iterable[Part], state: str) -> list[Step]:
        """The steps that somebody with these parts may try in this state, in table order."""
        mine = set(parts)
        return [step for step in self.steps if state in step.sources and mine & set(step.who)]

    def is_signed_later(self, paper: str) -> bool:
        """True when the step that drafts this paper does not sign it: another one does."""
        return any(step.signs == paper for step in self.steps)

    @property
    def clocks(self) -> frozenset[str]:
        """Every clock that the table starts or stops."""
        return frozenset(kind for step in self.steps for kind in (*step.stop, *step.start, *step.again))


def read_procedure() -> ProcedureTable:
    """The table that ships with the product; raises ``ValueError`` when it contradicts itself."""
    text = Path(__file__).with_name("procedure.toml").read_text(encoding="utf-8")
    return ProcedureTable.model_validate(tomllib.loads(text))
