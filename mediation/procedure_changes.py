"""What a step changes beside the state; each method is named in ``procedure.toml``, none of them stores."""

from mediation.procedure_checks import Checks


class Changes(Checks):
    """What a step changes beside the state."""

    def do_mark_asked(self) -> None:
        """Asked once."""
        self.change(asked_for_items=True)

    def do_offer_to_unit(self) -> None:
        """The unit that is asked; the sender keeps it until it has said yes."""
        self.change(offered_unit=self.given.unit)

    def do_set_unit(self) -> None:
        """The unit has said yes."""
        self.change(unit=self.matter.offered_unit, offered_unit="")

    def do_set_unit_given(self) -> None:
        """The supervisor has decided."""
        self.change(unit=self.given.unit, offered_unit="")

    def do_count_bounce(self) -> None:
        """One more unit has said that it is not theirs."""
        self.change(bounces=self.matter.bounces + 1, offered_unit="")

    def do_name_handler(self) -> None:
        """One named person."""
        self.change(handler_id=self.given.person.person_id if self.given.person else None)

    def do_name_sponsor(self) -> None:
        """The leader who takes it up (包案)."""
        self.change(sponsor_id=self.given.person.person_id if self.given.person else None)

    def do_mark_accepted(self) -> None:
        """The first acceptance counts, whatever follows."""
        self.change(accepted_on=self.matter.accepted_on or self.today)

    def do_remember_where(self) -> None:
        """Where "back" leads to."""
        self.change(before=self.matter.state)

    def do_lengthen(self) -> None:
        """The new end."""
        self.change(extended_to=self.given.until)

    def do_keep_opinion(self) -> None:
        """Word for word; delivery of this one has to be noted anew."""
        who = [self.taker.person_id, *([self.given.approved_by] if self.given.approved_by else [])]
        decided = tuple(dict.fromkeys((*self.matter.decided_by, *who)))
        self.change(opinion=self.given.opinion, decided_by=decided, delivered_on=None)

    def do_mark_delivered(self) -> None:
        """The owner has it."""
        self.change(delivered_on=self.today)

    def do_mark_reviewed(self) -> None:
        """The second level has spoken."""
        self.change(reviewed=True)

    def do_mark_explained(self) -> None:
        """The third level was explained, orally and in writing."""
        self.change(explained=True, delivered_on=self.today)

    def do_keep_promises(self) -> None:
        """Acts with dates."""
        self.change(promises=(*self.matter.promises, *self.given.promises))

    def do_tick_promise(self) -> None:
        """Done today."""
        done = list(self.matter.promises)
        place = self.given.promise or 0
        done[place] = done[place].model_copy(update={"done_on": self.today})
        self.change(promises=tuple(done))

    def do_mark_withdrawal(self) -> None:
        """Asked by the owner."""
        self.change(withdrawal_asked=True)

    def do_unmark_withdrawal(self) -> None:
        """The owner stays."""
        self.change(withdrawal_asked=False)

    def do_begin_anew(self) -> None:
        """New facts, new clocks; what was decided stays in the history."""
        self.change(
            received_on=self.today, asked_for_items=False, bounces=0, accepted_on=None, extended_to=None,
            delivered_on=None, withdrawal_asked=False, reviewed=False, explained=False,
        )  # fmt: skip
