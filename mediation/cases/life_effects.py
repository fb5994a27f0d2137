"""What a move does beside changing the state. Each method is named in ``life.toml``; none of them stores."""

from datetime import datetime

from mediation.errors import Refused
from mediation.model.cases.actor import Actor, Intent
from mediation.model.cases.case import SUPERVISORS, CaseFields, Fact, Notice


class Effects:
    """Collects the notices and clock changes of one move, and changes its copy of the case."""

    state: str

    def __init__(self, case: CaseFields, actor: Actor, at: datetime, intent: Intent) -> None:
        self.case = case
        self.actor = actor
        self.at = at
        self.intent = intent
        self.denied: Refused | None = None
        self.notices: list[Notice] = []
        self.start_clock = False
        self.stop_clock = False
        self.file_goes_to: int | None = None

    def tell(self, to: int | None, kind: str, **facts: Fact) -> None:
        """Note that somebody must be told; ``to=None`` is the group."""
        self.notices.append(Notice(to=to, kind=kind, case_number=self.case.number, facts=facts))

    def _tell_handlers(self, kind: str, **facts: Fact) -> None:
        for person in (self.case.handler_id, self.case.second_id):
            if person is not None:
                self.tell(person, kind, **facts)

    # who has the case
    def do_set_handler(self) -> None:
        """The actor becomes the one named handler."""
        self.case.handler_id = self.actor.person_id
        self.case.offered_to_id = None
        self.case.claimed_at = self.at
        if self.case.second_id == self.actor.person_id:
            self.case.second_id = None

    def do_clear_handler(self) -> None:
        """Nobody has it; the second mediator and the colleague who was asked step back too, and are told."""
        for person in (self.case.second_id, self.case.offered_to_id):
            if person is not None:
                self.tell(person, "given_back_staff")
        self.case.handler_id = self.case.second_id = self.case.offered_to_id = None
        self.case.second_wanted = False

    def do_set_offer(self) -> None:
        """The handler keeps the case until the colleague has said yes."""
        assert self.intent.colleague is not None
        self.case.offered_to_id = self.intent.colleague.person_id

    def do_clear_offer(self) -> None:
        """The offer is over."""
        self.case.offered_to_id = None

    def do_want_second(self) -> None:
        """The card asks for a second mediator."""
        self.case.second_wanted = True

    def do_set_second(self) -> None:
        """The actor helps the handler."""
        self.case.second_id = self.actor.person_id
        self.case.second_wanted = False

    def do_note_refusal(self) -> None:
        """Counted on the case; the reason is in the history."""
        self.case.refusals += 1

    # the clock of an unclaimed case
    def do_start_claim_clock(self) -> None:
        """An unclaimed case is reminded of, then taken to a supervisor."""
        self.start_clock = True
        self.case.reminded = False

    def do_start_claim_clock_if_free(self) -> None:
        """As above, where nobody has the case."""
        if self.case.handler_id is None:
            self.do_start_claim_clock()

    def do_stop_claim_clock(self) -> None:
        """Somebody has it, or nobody needs to."""
        self.stop_clock = True
        self.case.reminded = False

    # the file
    def do_hand_file_to_handler(self) -> None:
        """The handler gets the panel and all that was said so far."""
        self.file_goes_to = self.case.handler_id

    def do_hand_file_to_second(self) -> None:
        """The second mediator gets the same."""
        self.file_goes_to = self.case.second_id

    # people are told
    def do_tell_owner_claimed(self) -> None:
        """The owner learns who has it."""
        self.tell(self.case.owner_id, "claimed", handler_id=self.case.handler_id)

    def do_tell_owner_joined(self) -> None:
        """The owner learns that a second person reads and writes."""
        self.tell(self.case.owner_id, "joined", second_id=self.case.second_id)
        self._tell_handlers("second_joined", second_id=self.case.second_id)

    def do_tell_owner_given_back(self) -> None:
        """The owner learns that a new helper is sought; never the internal reason."""
        self.tell(self.case.owner_id, "given_back")

    def do_ask_colleague(self) -> None:
        """The colleague is asked, with the reason."""
        self.tell(
            self.case.offered_to_id, "offered", handler_id=self.case.handler_id, reason=self.intent.reason
        )

    def do_tell_handler_taken_over(self) -> None:
        """The one who handed over learns that it worked."""
        self.tell(self.case.handler_id, "taken_over", handler_id=self.actor.person_id)

    def do_tell_handler_declined(self) -> None:
        """The one who asked keeps the case."""
        self.tell(
            self.case.handler_id, "declined", handler_id=self.actor.person_id, reason=self.intent.reason
        )

    def do_tell_handler_closed(self) -> None:
        """The handler learns that it is done; the number of stars stays with the supervisor."""
        self._tell_handlers("closed_by_owner")

    def do_tell_handler_second_look(self) -> None:
        """The handler learns that somebody looks again; not the words of the rating."""
        self._tell_handlers("second_look_handler")

    def do_tell_supervisors_second_look(self) -> None:
        """All supervisors; the store knows who they are."""
        self.notices.append(
            Notice(to=SUPERVISORS, kind="second_look", case_number=self.case.number, facts={})
        )

    def do_tell_handler_reopened(self) -> None:
        """With the owner's words, which are public."""
        self._tell_handlers("reopened", reason=self.intent.reason)

    def do_tell_handler_withdrawn(self) -> None:
        """Work stops."""
        self._tell_handlers("withdrawn")

    def do_tell_owner_closed(self) -> None:
        """With the supervisor's reason and the way to say that it is not solved."""
        self.tell(self.case.owner_id, "closed_by_supervisor", reason=self.intent.reason)

    def do_thank_owner(self) -> None:
        """Asked once, thanked once; words may be added."""
        self.tell(self.case.owner_id, "rated", rating=self.intent.rating)

    # the end
    def do_keep_result(self) -> None:
        """The result is the handler's, word for word; an earlier rating and an open offer are past."""
        self.case.result = self.intent.result
        self.case.resolved_at = self.at
        self.case.result_delivered_at = None
        self.case.rating = None
        self.case.rating_words = ""
        self.case.offered_to_id = None

    def do_deliver_result(self) -> None:
        """The owner gets the result and is asked to rate, once per result."""
        self.tell(self.case.owner_id, "result", handler_id=self.case.handler_id)

    def do_keep_rating(self) -> None:
        """1 to 5."""
        self.case.rating = self.intent.rating
