"""Reads ``routing.toml``: which kind of department leads on which category, and which doors stay open."""

from functools import cached_property
from pathlib import Path
from typing import Self

from pydantic import Field, model_validator

from knowledge.datafile import CheckedByName, read_checked
from knowledge.fields import Bilingual
from mediation.model.organisation import Key

ROUTING_FILE = Path(__file__).with_name("routing.toml")


class Kind(CheckedByName):
    """A kind of department."""

    code: Key
    name: Bilingual


class ExternalChannel(CheckedByName):
    """A way outside; ``numbers`` are lines of ``knowledge/reference/hotlines.toml``."""

    code: Key
    name: Bilingual
    numbers: tuple[str, ...] = ()


class Rule(CheckedByName):
    """One category. Fields are explained at the head of ``routing.toml``."""

    category: str = Field(pattern=r"^[A-Z]{4}$")
    lead: Key
    support: tuple[Key, ...] = ()
    pair: bool = False
    sealed: bool = False
    doors: tuple[Key, ...] = ()
    why: Bilingual

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        if self.sealed and self.support:
            raise ValueError(f"{self.category}: is sealed, so nobody supports it")
        if self.pair and not self.support:
            raise ValueError(f"{self.category}: a pair needs a second kind")
        if self.lead in self.support or len(set(self.support)) < len(self.support):
            raise ValueError(f"{self.category}: a kind stands there twice")
        return self


class SponsorRule(CheckedByName):
    """From when on a case needs a sponsor (包案): filings of the same matter, days it has been open."""

    filings: int = Field(ge=2)
    open_days: int = Field(ge=1)


class UrgencyRule(CheckedByName):
    """The categories that lead in a crisis and in danger."""

    crisis: str
    hazard: str


class RoutingRules(CheckedByName):
    """The whole table; codes are told apart, and whatever a route names is there."""

    first: Key
    sponsor: SponsorRule
    urgency: UrgencyRule
    kinds: tuple[Kind, ...] = Field(alias="kind", min_length=1)
    doors: tuple[ExternalChannel, ...] = Field(alias="door")
    routes: tuple[Rule, ...] = Field(alias="route", min_length=1)

    @model_validator(mode="after")
    def _what_is_named_is_there(self) -> Self:
        kinds, doors = [one.code for one in self.kinds], [one.code for one in self.doors]
        categories = [one.category for one in self.routes]
        for codes in (kinds, doors, categories):
            if twice := {code for code in codes if codes.count(code) > 1}:
                raise ValueError(f"more than once: {min(twice)}")
        named = {self.first} | {kind for one in self.routes for kind in (one.lead, *one.support)}
        if unknown := named - set(kinds):
            raise ValueError(f"unknown kind: {min(unknown)}")
        if unknown := {door for one in self.routes for door in one.doors} - set(doors):
            raise ValueError(f"unknown door: {min(unknown)}")
        if unknown := {self.urgency.crisis, self.urgency.hazard} - set(categories):
            raise ValueError(f"urgency: unknown category: {min(unknown)}")
        return self

    def rule(self, category: str) -> Rule | None:
        """The row of this category."""
        return self._rules.get(category)

    @cached_property
    def _rules(self) -> dict[str, Rule]:
        return {one.category: one for one in self.routes}

    @property
    def categories(self) -> tuple[str, ...]:
        """All codes, in the order of the file."""
        return tuple(one.category for one in self.routes)


def load_routing(path: Path = ROUTING_FILE) -> RoutingRules:
    """The table; raises ``BadData`` with file, place and problem."""
    return read_checked(path, RoutingRules)
