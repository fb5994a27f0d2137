"""Guards of the formal procedure; each is named in ``procedure.toml``."""

from collections.abc import Mapping
from datetime import date, timedelta

from mediation.deadlines.deadline import Deadline
from mediation.errors import Refused
from mediation.model.procedure.matter import Matter
from mediation.model.procedure.step_input import StepInput, Taker

OLD_AFTER = 90
"""Days open after which a matter is old and gets a plan and a sponsor (internal)."""
MOST_EXTENSION = 30
"""Days (信访工作条例 34)."""
MOST_BOUNCES = 2
"""The second objection is decided by the supervisor."""


class Guards:
    """Reads and changes one matter; ``denied`` is the first guard that said no."""

    matter: Matter
    taker: Taker
    given: StepInput
    today: date
    clocks: Mapping[str, Deadline]
    denied: Refused | None

    def change(self, **fields: object) -> None:
        """Replace fields of the matter."""
        raise NotImplementedError

    def _check(self, name: str, ok: bool, **facts: object) -> bool:
        if not ok and self.denied is None:
            self.denied = Refused(name, **facts)
        return ok

    # the door
    def check_not_asked_before(self) -> bool:
        """What is missing is asked for once."""
        return self._check("asked_already", not self.matter.asked_for_items)

    def check_bounced_less_than_twice(self) -> bool:
        """After the second objection only the supervisor assigns."""
        return self._check("supervisor_assigns", self.matter.bounces < MOST_BOUNCES)

    def check_bounced_twice(self) -> bool:
        """Before that, the units settle it themselves."""
        return self._check("not_bounced_twice", self.matter.bounces >= MOST_BOUNCES)

    def check_objection_in_time(self) -> bool:
        """Within five working days (23(3))."""
        clock = self.clocks.get("object")
        return self._check("objection_late", clock is not None and self.today <= clock.last_day)

    def check_is_concerned(self) -> bool:
        """Only who was named can be taken off."""
        return self._check("not_named", self.given.concerned in self.matter.about)

    # acceptance
    def check_handler_is_free(self) -> bool:
        """Nobody in the matter, nor its owner, may hold it (28(3))."""
        who = self.given.person
        taken = {*self.matter.named, self.matter.owner_id}
        return self._check("handler_cannot", who is not None and who.active and who.person_id not in taken)

    def check_first_time(self) -> bool:
        """Simple handling is for a matter that was not filed before."""
        return self._check("filed_before", self.matter.filings == 1)

    def check_owner_not_opposed(self) -> bool:
        """Simple handling only where the owner is not against it."""
        return self._check("owner_is_against", not self.matter.opposed_to_simple)

    def check_not_opposed_yet(self) -> bool:
        """Once."""
        return self._check("opposed_already", not self.matter.opposed_to_simple)

    def check_sponsor_for_repeats(self) -> bool:
        """A repeat needs a sponsor before anybody accepts it."""
        return self._check("sponsor_missing", self.matter.filings == 1 or self.matter.sponsor_id is not None)

    # handling
    def check_owner_has_not_agreed(self) -> bool:
        """Once."""
        return self._check("agreed_already", not self.matter.owner_agrees)

    def check_unit_has_not_agreed(self) -> bool:
        """Once."""
        return self._check("agreed_already", not self.matter.other_agrees)

    def check_agreement_is_drafted(self) -> bool:
        """There is a wording to sign."""
        return self._check("nothing_drafted", bool(self.matter.agreement))

    def check_owner_has_not_signed(self) -> bool:
        """Once for each wording."""
        return self._check("signed_already", not self.matter.owner_signed)

    def check_unit_has_not_signed(self) -> bool:
        """Once for each wording."""
        return self._check("signed_already", not self.matter.other_signed)

    def check_promises_to_come(self) -> bool:
        """Nobody signs for a day that is past."""
        return self._check("promise_past", all(one.until >= self.today for one in self.given.promises))

    def check_both_agree(self) -> bool:
        """Mediation is for both sides to want (33)."""
        return self._check("not_both_agree", self.matter.owner_agrees and self.matter.other_agrees)

    def check_both_signed(self) -> bool:
        """An agreement binds who has signed it."""
        return self._check("not_both_signed", self.matter.owner_signed and self.matter.other_signed)

    def check_before_the_end(self) -> bool:
        """An extension comes before the end, never after it (34)."""
        clock = self.clocks.get("handle")
        return self._check("extension_too_late", clock is not None and self.today <= clock.due)

    def check_not_extended(self) -> bool:
        """Once."""
        return self._check("extended_already", self.matter.extended_to is None)

    def check_at_most_thirty_days(self) -> bool:
        """By at most 30 days from the end (34)."""
        clock, until = self.clocks.get("handle"), self.given.until
        fits = clock is not None and until is not None and clock.due < until
        longest = clock.due + timedelta(days=MOST_EXTENSION) if clock else self.today
        return self._check("extension_too_long", fits and until is not None and until <= longest)

    def check_opinion_is_drafted(self) -> bool:
        """There is something to sign or to send back."""
        return self._check("nothing_drafted", bool(self.matter.draft))

    def check_not_the_writer(self) -> bool:
        """The handler writes the opinion, the unit head signs it; two people."""
        return self._check("signature_missing", self.taker.person_id != self.matter.draft_by)

    def check_not_about_oneself(self) -> bool:
        """Nobody decides a matter that they are in."""
        concerned = {*self.matter.named, self.matter.owner_id}
        return self._check("about_yourself", self.taker.person_id not in concerned)

    # delivery, promises, review
    def check_not_delivered_yet(self) -> bool:
        """Delivery is noted once for each opinion."""
        return self._check("delivered_already", self.matter.delivered_on is None)

    def check_delivered(self) -> bool:
        """What the owner has not got cannot be carried out, reviewed or lapse."""
        return self._check("not_delivered", self.matter.delivered_on is not None)

    def check_promise_is_open(self) -> bool:
        """The promise of that number exists and is not done."""
        place = self.given.promise
        known = place is not None and 0 <= place < len(self.matter.promises)
        return self._check("promise_unknown", known and self.matter.promises[place or 0].done_on is None)

    def check_right_to_review(self) -> bool:
        """Within 30 days of delivery (35(1)); after a lapse a person has looked at the cause."""
        return self._check("review_too_late", self._still_open("ask_review"))

    def check_right_to_recheck(self) -> bool:
        """Within 30 days of the review's delivery (36(1))."""
        return self._check("recheck_too_late", self._still_open("ask_recheck"))

    def check_reviewed(self) -> bool:
        """The third level follows the second."""
        return self._check("not_reviewed", self.matter.reviewed)

    def check_right_is_over(self) -> bool:
        """Nothing lapses before its last day, rest days counted in favour of the owner."""
        rights = [self.clocks[kind] for kind in ("ask_review", "ask_recheck") if kind in self.clocks]
        return self._check("right_still_open", all(self.today > right.latest for right in rights))

    def _still_open(self, kind: str) -> bool:
        clock = self.clocks.get(kind)
        return self.matter.state == "lapsed_final" or (clock is not None and self.today <= clock.latest)

    def check_other_people(self) -> bool:
        """A review is decided by nobody who decided before."""
        return self._check("decided_before", self.taker.person_id not in self.matter.decided_by)

    def check_was_being_handled(self) -> bool:
        """A second look at what has ended leads to a plan and a closing, not back into handling."""
        return self._check("ended_before", self.matter.before in ("registered", "accepted", "extended"))

    def check_is_supervised(self) -> bool:
        """There is something to answer."""
        return self._check("not_supervised", "supervision" in self.clocks)

    # the end
    def check_no_promise_open(self) -> bool:
        """No closing while a promised act is open."""
        return self._check(
            "promise_open", not self.matter.open_promises, count=len(self.matter.open_promises)
        )

    def check_answered(self) -> bool:
        """The answer is delivered, or all three levels are explained; silence closes nothing."""
        ended = self.matter.state in ("settled", "redirected")
        ended |= self.matter.state == "second_look" and self.matter.before == "closed"
        kept = ended or self.matter.delivered_on is not None
        return self._check("not_answered", kept or self.matter.explained)

    def check_not_own_matter(self) -> bool:
        """Nobody closes a complaint about themselves, nor their own work."""
        own = {*self.matter.named, self.matter.owner_id, self.matter.handler_id}
        return self._check("own_case", self.taker.person_id not in own)

    def check_withdrawal_was_asked(self) -> bool:
        """Only the owner takes a matter back; nobody does it for them."""
        return self._check("withdrawal_not_asked", self.matter.withdrawal_asked)

    def check_not_the_handler(self) -> bool:
        """Somebody else asks whether there was pressure."""
        return self._check("you_have_it", self.taker.person_id != self.matter.handler_id)

    def check_repeat_or_old(self) -> bool:
        """The second filing of the same matter, or 90 open days."""
        old = self.matter.open_days(self.today) >= OLD_AFTER
        return self._check("neither_repeat_nor_old", self.matter.filings > 1 or old)
