"""Suggests where a message belongs: its kind, categories, urgency, channel and department. A person decides.

Each suggestion comes with the words that were seen, so that it can be checked. Nothing is kept, and nothing
is said about the person who wrote: only about the matter.
"""

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from knowledge.crisis import Alarm, load_crisis_detector
from knowledge.text.analysis import AnalysedText, TextAnalyser
from knowledge.text.colloquial import load_colloquial
from knowledge.text.lexicon import Lexicon
from knowledge.triage.categories import Categories, CategoryFit, load_categories
from knowledge.triage.channels import Channel, Channels, DepartmentKind, load_channels
from knowledge.triage.kinds import Kind, KindFit, Kinds, load_kinds
from knowledge.triage.taxonomy import Taxonomy
from knowledge.triage.urgency import Urgency, UrgencyWords, load_urgency

VAGUE = "MISC"
"""The category of what says too little."""
_MOST = 3
_ALONE = 3.0
"""Score of a category that only the kind of message speaks for: as much as one clear word."""
DetectDanger = Callable[[str], Alarm | None]
_SAYS_NOTHING = (Kind.CHITCHAT, Kind.GIBBERISH)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is suggested: `about` names the part (kind, urgency, channel or a category's code).

    `words` stand in the text as shown; `heard` are what was understood behind a slip, initials or a word of
    the regions. Both may be empty: then it is told like the examples, and only that can be said.
    """

    about: str
    words: tuple[str, ...] = ()
    heard: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What is suggested for one message; see the modules of the parts for what they mean.

    `categories` holds (code, score, words), best first, at most three; empty where the text says too little.
    `channel` and `department_kind` are None for what needs neither (small talk, noise). `alarm` says that
    somebody may be in danger, and of what kind.
    """

    kind: Kind
    categories: tuple[tuple[str, float, tuple[str, ...]], ...]
    urgency: Urgency
    channel: Channel | None
    department_kind: DepartmentKind | None
    reasons: tuple[Reason, ...]
    alarm: Alarm | None = None

    @property
    def crisis(self) -> bool:
        """Whether somebody may be in danger; where it is not sure, one caring question comes first."""
        return self.alarm is not None

    @property
    def codes(self) -> tuple[str, ...]:
        """The categories, best first; MISC where none was found."""
        return tuple(code for code, *_ in self.categories) or (VAGUE,)


class Triage:
    """Suggests. Immutable; the same text always gets the same answer, in under 10 ms for 500 characters."""

    def __init__(
        self,
        analyser: TextAnalyser,
        categories: Categories,
        kinds: Kinds,
        urgency: UrgencyWords,
        channels: Channels,
        detect: DetectDanger,
    ) -> None:
        self._analyser = analyser
        self._categories = categories
        self._kinds = kinds
        self._urgency = urgency
        self._channels = channels
        self._detect = detect

    def suggest(self, text: str, limit: int = 3) -> list[CategoryFit]:
        """Up to `limit` categories, best first; empty when nothing fits (then MISC is the caller's offer)."""
        fits, _ = self._fits(self._analyser.analyse(text))
        return fits[:limit]

    def judge(self, text: str) -> Suggestion:
        """Everything that is suggested for `text`."""
        message = self._analyser.analyse(text)
        fits, kind = self._fits(message)
        if kind.kind in _SAYS_NOTHING:
            fits = []
        codes = [fit.code for fit in fits]
        alarm = self._detect(text)
        urgency = self._urgency.of(message, codes, crisis=alarm is not None)
        channel = self._channels.channel(kind.kind, codes)
        written = " ".join(unicodedata.normalize("NFKC", text).lower().split())
        reasons = [_reason("kind", kind.reason_words, written)]
        reasons += [_reason(fit.code, fit.reason_words, written) for fit in fits]
        reasons += [_reason("urgency", cause.words, written) for cause in urgency.causes if cause.words]
        return Suggestion(
            kind=kind.kind,
            categories=tuple((fit.code, fit.score, fit.reason_words) for fit in fits),
            urgency=urgency,
            channel=channel,
            department_kind=self._channels.department(kind.kind, codes),
            reasons=tuple(reasons),
            alarm=alarm,
        )

    def _fits(self, message: AnalysedText) -> tuple[list[CategoryFit], KindFit]:
        """At most three categories; that of the kind is first, or second where the kind is not clear."""
        fits = self._categories.fits(message)
        kind = self._kinds.of(message, [fit.code for fit in fits], self._categories.familiar(message))
        if kind.category is None or (fits and fits[0].code == kind.category):
            return fits, kind
        words = next((fit.reason_words for fit in fits if fit.code == kind.category), kind.reason_words)
        own = CategoryFit(kind.category, fits[0].score if fits else _ALONE, words)
        others = [fit for fit in fits if fit.code != kind.category]
        place = 0 if kind.clear else 1
        return [*others[:place], own, *others[place:]][:_MOST], kind


def no_danger(_text: str) -> None:
    """No text is a crisis: for callers that look out for one themselves, or need none."""


def load_triage(
    lexicon: Lexicon, taxonomy: Taxonomy | None = None, detect: DetectDanger | None = None
) -> Triage:
    """The project's triage; `detect` finds the danger that a text tells of (default: the project's detector).

    Raises BadData.
    """
    colloquial = load_colloquial()
    return Triage(
        TextAnalyser(lexicon, colloquial),
        load_categories(lexicon, colloquial, taxonomy),
        load_kinds(lexicon, colloquial),
        load_urgency(),
        load_channels(),
        detect or load_crisis_detector().detect,
    )


def _reason(about: str, found: Iterable[str], written: str) -> Reason:
    words = tuple(found)
    return Reason(
        about,
        tuple(word for word in words if word.lower() in written),
        tuple(word for word in words if word.lower() not in written),
    )
