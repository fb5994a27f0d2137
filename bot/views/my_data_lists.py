"""One person's data as nested lines of labels and texts: what the page and the HTML file are made of."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from bot.wording.catalogue import Wording
from mediation.model.cases.case import CaseFields
from mediation.procedure.owner_view import reason_shown
from storage.operations.mydata import MyData, OwnCase, SeenName

WHAT = (
    "cases", "draft", "signed", "subscribed", "questions", "consents", "limits", "care", "calls",
    "complaints", "looks",
    "tries", "since", "language", "staff", "said", "history", "papers", "statement", "result", "rating",
    "name",
)  # fmt: skip
"""What there is to name, as ``mydata-what-…``."""

StepWords = Callable[[str, str], str]


class Line(NamedTuple):
    """A label and a text; ``under`` are lines that belong to it."""

    label: str
    text: str = ""
    under: tuple["Line", ...] = ()


def counts(mine: MyData) -> dict[str, int]:
    """How many there are of what; in the order of the page."""
    return {
        "cases": len(mine.cases),
        "draft": len(mine.draft.parts) if mine.draft else 0,
        "signed": len(mine.signed),
        "subscribed": int(mine.subscribed_since is not None),
        "consents": sum(one.holds for case in mine.cases for one in case.consents),
        "limits": sum(len(case.watched) for case in mine.cases),
        "questions": mine.waiting_questions,
        "care": len(mine.care),
        "calls": len(mine.calls),
        "complaints": len(mine.complaints),
        "looks": len(mine.looks),
        "tries": mine.tries,
    }


def look_words(wording: Wording, language: str, one: SeenName) -> str:
    """Who saw it, for which case, why, how often."""
    kind = "ground" if one.number is not None else "rescue"
    why = {"ground": f"unmask-ground-{one.ground}", "rescue": f"unmask-rescue-{one.ground}"}[kind]
    who = f"{one.name} · {wording.plain(language, f'duty-{one.duty}')}"
    times = wording.plain(language, "looks-times", count=one.looks)
    parts = (who, one.number, wording.plain(language, why), one.sentence, times)
    return " · ".join(part for part in parts if part)


class MyDataLines:
    """Somebody's data in words of one language; ``step_words`` names the steps of a case."""

    def __init__(self, wording: Wording, language: str, zone: ZoneInfo, step_words: StepWords) -> None:
        self._wording, self._language, self._zone, self._step = wording, language, zone, step_words

    def lines(self, mine: MyData) -> list[Line]:
        """Everything, in order."""
        found = [
            Line(self.what("language"), mine.language),
            Line(self.what("since"), self._at(mine.since)),
            Line(self.what("subscribed"), self._at(mine.subscribed_since)),
            Line(self.what("questions"), str(mine.waiting_questions)),
            Line(self.what("tries"), str(mine.tries)),
            Line(self.what("draft"), under=tuple(self._draft(mine))),
            Line(self.what("cases"), str(len(mine.cases)), tuple(map(self._case, mine.cases))),
            Line(self.what("signed"), under=tuple(Line(o.number, self._at(o.at)) for o in mine.signed)),
            Line(self.what("care"), under=tuple(self._care(mine))),
            Line(
                self.what("calls"),
                under=tuple(Line(self._at(one.opened_at), self._at(one.ended_at)) for one in mine.calls),
            ),
            Line(self.what("complaints"), under=tuple(self._complaints(mine))),
            Line(
                self.what("looks"),
                under=tuple(
                    Line(self._at(one.at), look_words(self._wording, self._language, one))
                    for one in mine.looks
                ),
            ),
        ]
        if mine.staff is not None:
            found.append(
                Line(self.what("staff"), f"{mine.staff.name} · {self._plain(f'duty-{mine.staff.duty}')}")
            )
        return found

    def what(self, name: str) -> str:
        """What something is called."""
        return self._plain(f"mydata-what-{name}")

    def _plain(self, key: str, **facts: str | int) -> str:
        return self._wording.plain(self._language, key, **facts)

    def _at(self, moment: datetime | None) -> str:
        return moment.astimezone(self._zone).strftime("%Y-%m-%d %H:%M") if moment is not None else "—"

    def _draft(self, mine: MyData) -> Iterator[Line]:
        if mine.draft is None:
            return
        if mine.draft.name:
            yield Line(self.what("name"), mine.draft.name)
        yield from self._account(mine.draft.account)
        for content, _place in mine.draft.parts:
            yield Line(self._at(mine.draft.changed_at), self._content(content))

    def _account(self, account: dict[str, str]) -> Iterator[Line]:
        for field, answer in account.items():
            if answer:
                yield Line(self._plain(f"account-{field}"), answer)

    def _content(self, content: Any) -> str:
        kind = "" if content.kind == "text" else self._plain(f"kind-{content.kind.replace('_', '-')}")
        return " ".join(part for part in (kind, content.file_name or "", content.text) if part)

    def _case(self, own: OwnCase) -> Line:
        case = own.case
        head = f"{self._plain(f'category-{case.category}')} · {self.state(case)} · {self._at(case.filed_at)}"
        lines = [Line(self.what("name"), own.name)] if own.name else []
        lines += self._account(own.account)
        lines += [Line(self.what("statement"), own.statement)] if own.statement else []
        me, staff = self._plain("mydata-me"), self._plain("story-staff")
        said = (
            Line(f"{self._at(o.at)} {me if o.mine else staff}", self._content(o.content)) for o in own.said
        )
        lines.append(Line(self.what("said"), under=tuple(said)))
        steps = (  # what happened, with a reason where it was told
            Line(
                self._at(one.at),
                " · ".join(filter(None, (self._step(self._language, one.trigger), reason_shown(one)))),
            )
            for one in own.history
        )
        lines.append(Line(self.what("history"), under=tuple(steps)))
        for sent in own.papers:
            lines.append(Line(f"{self.what('papers')} {sent.paper.number}", sent.paper.text))
        lines += [Line(self.what("result"), case.result)] if case.result else []
        rating = f"{case.rating} {case.rating_words}".strip() if case.rating is not None else ""
        lines += [Line(self.what("rating"), rating)] if rating else []
        lines += [Line(self.what("limits"), f"{one.kind} {one.last_day.isoformat()}") for one in own.watched]
        lines += self._consents(own)
        return Line(case.number, head, tuple(lines))

    def _consents(self, own: OwnCase) -> Iterator[Line]:
        for one in own.consents:
            words = self._plain(f"consent-name-{one.purpose.replace('_', '-')}")
            days = " – ".join((self._at(one.given_at), self._at(one.withdrawn_at)))
            yield Line(self.what("consents"), f"{words} ({one.notice}): {days}")

    def state(self, case: CaseFields) -> str:
        """Where a case stands."""
        return self._plain(f"state-{case.state.replace('_', '-')}")

    def _care(self, mine: MyData) -> Iterator[Line]:
        for one, notes in mine.care:
            head = " · ".join(
                (self._plain(f"duty-{one.duty}"), self._plain(f"often-{one.often}"), one.until.isoformat())
            )
            under = (Line(f"{self._at(n.at)} {self._plain(f'wrote-{n.wrote}')}", n.text) for n in notes)
            yield Line(self._at(one.asked_at), f"{head} – {self._at(one.ended_at)}", tuple(under))

    def _complaints(self, mine: MyData) -> Iterator[Line]:
        for one in mine.complaints:
            under = (Line(self._at(one.answered_at), one.answer),) if one.answer else ()
            yield Line(self._at(one.filed_at), one.text, under)
