## The formal procedure: why not

refused-about-yourself = This matter concerns you, so you cannot decide it.
refused-agreed-already = That consent has been noted already.
refused-already-confirmed = This name has been confirmed already.
refused-asked-already = What is missing can be asked for once only, and that has been done.
refused-decided-before = You decided this before; somebody else has to review it.
refused-delivered-already = The delivery of this answer has been noted already.
refused-ended-before = That matter had ended before the second look. Make the plan, carry it out, then close it; a new procedure starts with taking it up again.
refused-extended-already = It has been extended once and cannot be extended again.
refused-extension-too-late = The time is over, so it cannot be extended. An extension has to come before the end.
refused-extension-too-long = At most 30 more days; please choose an earlier date.
refused-filed-before = The same matter was filed before, so it cannot be handled the simple way.
refused-handler-cannot = This person cannot handle it: not on duty, or connected with the matter.
refused-handler-missing = Nobody has been named to handle it yet, so it cannot go on.
refused-need-missing = One thing is missing: { $need }.
refused-neither-repeat-nor-old = The matter was neither filed twice nor open for 90 days; it needs no plan of its own.
refused-not-answered = The answer has not reached the person yet, so it cannot be closed. Silence is not an end.
refused-not-both-agree = Mediation needs both sides to be willing, and they have not both said so.
refused-not-both-signed = An agreement counts once both have signed it.
refused-not-bounced-twice = It has not been sent back twice; the two units settle it between them first.
refused-not-delivered = The answer has not reached the person yet.
refused-not-named = This person is not on the list.
refused-not-reviewed = A re-check comes after a review.
refused-not-seen = There is no such matter.
refused-not-suggested = Nobody mentioned this name.
refused-nothing-drafted = There is no draft to sign yet.
refused-not-supervised = There is no supervision to answer.
refused-objection-late = The 5 working days for an objection are over.
refused-opposed-already = Noted already: the ordinary way it is.
refused-owner-is-against = The person does not want the simple way; please handle it the ordinary way.
refused-promise-open = Promised acts that are not done: { $count }. It cannot be closed yet.
refused-promise-past = A promised day lies in the past; please choose a later one.
refused-promise-unknown = There is no such promised act, or it is done already.
refused-recheck-too-late = The time to ask for a re-check is over. If there was a good cause, tell a person.
refused-review-too-late = The time to ask for a review is over. If there was a good cause, tell a person.
refused-right-still-open = The person can still ask for a review or a re-check; it cannot lapse yet.
refused-signature-missing = The unit head has to sign it; whoever writes it cannot sign it too.
refused-signed-already = You have signed this wording already.
refused-sponsor-missing = A repeated or old matter needs a sponsoring leader first.
refused-step-not-now = This step cannot be taken now; perhaps somebody has just moved it. Please look again.
refused-supervisor-assigns = It was sent back twice; the supervisor names the unit.
refused-unknown-category = There is no category “{ $category }”.
refused-unknown-unit = There is no unit “{ $unit }”.
refused-withdrawal-not-asked = The person did not ask to take it back, and nobody can do it for them.

## The formal procedure: how far it has come

notice-registered =
    🆕 Registered: { $number } ({ $category }). Please see where it belongs and who handles it; the person has to be told in writing by { $due }.
notice-claim-quietly =
    🤫 There is a case for you alone: { $number } ({ $category }). It is not handled in the group; please do not mention it to anybody.
notice-step =
    📌 { $number }: { $step }. It is now “{ $state }”{ $due ->
        [none] .
       *[other] ; the day to keep in mind is { $due }.
    }
notice-deadline =
    ⏰ { $number }: { $clock }, { $when ->
        [before] by { $due } at the latest
       *[other] { $due } is past
    }. { $parts ->
        [none] Please have a look.
       *[other] Nobody is noted for this yet; please pass it on to: { $parts }.
    }
notice-deadline-owner =
    ⏰ Your matter ({ $number }): { $clock }; { $when ->
        [before] keep { $due } in mind.
        [late] { $due } is past. Sorry that you have to wait; somebody is chasing it.
       *[other] { $due } is past. If you want to go on, just tell us.
    }

part-fc = the first contact
part-tri = whoever registers and forwards
part-rcv = the receiving unit
part-hdl = the handler
part-uh = the unit head
part-spn = the sponsoring leader
part-rev = whoever reviews it
part-above = the level above

step-accept = accepted, somebody is on it
step-accept-simple = accepted the simple way, for a quick answer
step-accept-transfer = the other unit has taken it
step-agree-to-mediate = the person agrees to mediation
step-answer-suggestion = the suggestion is answered
step-answer-supervision = the supervision is answered
step-ask-extension = the handler asks for more time; please decide
step-ask-items = a few things are missing, please send them all at once
step-ask-recheck = a re-check one more level up was asked for
step-ask-review = a review one level up was asked for
step-ask-withdrawal = the person would like to take it back
step-assign-unit = the supervisor has named a unit
step-back-to-handling = the second look is over, the matter goes back to its handler
step-begin-care = somebody will ask again after a while
step-change-handler = somebody else handles it now
step-circulate = supervision: notice of criticism
step-clear-concerned = one name off the recusal list
step-close = done and closed
step-confirm-withdrawal = taken back; it can be raised again at any time
step-decide = the opinion is written
step-decide-recheck = the re-check has a result
step-decide-review = the review has a result
step-end-care = the follow-up is over
step-end-hearing = the hearing is over
step-execute = what was promised is being done
step-extend = more time is needed, extended once
step-give-receipt = the written receipt is ready
step-hear = there will be a hearing
step-interview = supervision: an interview
step-keep-closed = looked at again, the result stands
step-lapse = the time to ask for another look is over
step-look-again = taken up again, with a sponsoring leader
step-mediate = mediation has begun
step-name-concerned = one name on the recusal list
step-name-sponsor = please take it up as sponsor
step-object = the other unit says that it is not theirs
step-opinion-delivered = the opinion has arrived
step-oppose-simple = the person wants the ordinary way
step-plan-is-made = the plan is made
step-plan-promise-kept = one act of the plan is done
step-promise-kept = one promised act is done
step-propose-agreement = the agreement is drafted, please read it
step-redirect = this belongs elsewhere; where to go is written down
step-reopen = the person says that there is something new
step-review-delivered = the result of the review has arrived
step-seal = moved to the protected channel
step-send-back-opinion = the opinion came back, please revise it
step-settle = agreed and signed
step-sign-agreement = the person has signed the agreement
step-sign-for-unit = the unit has signed the agreement
step-stay = the person does not take it back
step-stop-mediation = mediation has stopped, the procedure goes on
step-supervise = the supervisor asks for progress
step-supply-items = what was missing is there
step-take-as-suggestion = taken as a suggestion
step-take-up-again = registered again, it goes on
step-transfer = passed to the unit that fits better
step-turn-ordinary = now handled the ordinary way, in more depth
step-unit-agrees = the unit agrees to mediation
step-write-opinion = an opinion is drafted and waits for your signature

stage-accepted = being handled
stage-accepted-simple = handled the simple way
stage-care = being followed up
stage-closed = closed
stage-decided = opinion given
stage-executing = promises being kept
stage-extended = handled with more time
stage-final = all three levels done
stage-hearing = hearing
stage-in-mediation = in mediation
stage-lapsed-final = time is over
stage-need-info = waiting for what is missing
stage-recheck = being re-checked
stage-redirected = shown the way
stage-registered = registered
stage-reopened = waiting for another look
stage-review = under review
stage-review-decided = review decided
stage-sealed = protected
stage-second-look = a plan of its own
stage-settled = settled
stage-suggestion = suggestion
stage-transferred = passed on, waiting for their answer
stage-withdrawn = withdrawn
