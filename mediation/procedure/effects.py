"""What a step changes beside the state; each method is named in ``procedure.toml``, none of them stores."""

from mediation.procedure.guards import Guards


class Effects(Guards):
    """What a step changes beside the state."""

    def do_add_concerned(self) -> None:
        """Whom it is about, by staff number; once each."""
        self.change(about=tuple(dict.fromkeys((*self.matter.about, self.given.concerned))))

    def do_drop_concerned(self) -> None:
        """It is not about this one."""
        self.change(about=tuple(one for one in self.matter.about if one != self.given.concerned))

    def do_mark_opposed(self) -> None:
        """The owner wants the ordinary way."""
        self.change(opposed_to_simple=True)

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

    def do_mark_owner_agrees(self) -> None:
        """To mediation; the owner may take it back at any time by stopping it."""
        self.change(owner_agrees=True)

    def do_mark_other_agrees(self) -> None:
        """The other side, too."""
        self.change(other_agrees=True)

    def do_forget_consents(self) -> None:
        """Who tries again agrees again; what was to be signed is gone."""
        self.change(
            owner_agrees=False, other_agrees=False, agreement="", agreed=(),
            owner_signed=False, other_signed=False,
        )  # fmt: skip

    def do_keep_agreement(self) -> None:
        """A new wording is signed anew."""
        self.change(
            agreement=self.given.agreement, agreed=self.given.promises, owner_signed=False, other_signed=False
        )

    def do_mark_owner_signed(self) -> None:
        """The owner signed what is drafted."""
        self.change(owner_signed=True)

    def do_mark_other_signed(self) -> None:
        """The unit signed what is drafted."""
        self.change(other_signed=True)

    def do_keep_agreed_promises(self) -> None:
        """What both have signed."""
        self.change(promises=(*self.matter.promises, *self.matter.agreed), agreed=())

    def do_keep_asked_day(self) -> None:
        """The handler asks for time; the unit head decides."""
        self.change(asked_until=self.given.until)

    def do_keep_draft(self) -> None:
        """Waits for the unit head."""
        self.change(draft=self.given.opinion, draft_by=self.taker.person_id)

    def do_clear_draft(self) -> None:
        """Back to whoever wrote it."""
        self.change(draft="", draft_by=None)

    def do_keep_drafted_opinion(self) -> None:
        """What was drafted is decided, by the one who wrote and the one who signed."""
        writer = [self.matter.draft_by] if self.matter.draft_by is not None else []
        self._decided(self.matter.draft, [*writer, self.taker.person_id])
        self.change(draft="", draft_by=None)

    def do_keep_opinion(self) -> None:
        """Word for word."""
        self._decided(self.given.opinion, [self.taker.person_id])

    def _decided(self, opinion: str, who: list[int]) -> None:
        # delivery of this one has to be noted anew
        decided = tuple(dict.fromkeys((*self.matter.decided_by, *who)))
        self.change(opinion=opinion, decided_by=decided, delivered_on=None)

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
            asked_until=None, draft="", draft_by=None, agreement="", agreed=(),
            owner_agrees=False, other_agrees=False, owner_signed=False, other_signed=False,
            delivered_on=None, withdrawal_asked=False, reviewed=False, explained=False,
        )  # fmt: skip
