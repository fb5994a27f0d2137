## The formal procedure: where it stands, taking a step, reading papers

button-stage = 📑 Procedure
button-matters = 📑 All matters
button-act-yes = ✅ Do it
button-act-sign = ✍️ Sign and send
button-act-anew = ↩️ Fill in again
button-paper = 📄 Read it here
button-matter-story = Read the account

stage-head =
    📑 <b>{ $number }</b> · { $category }
    It stands at: <b>{ $stage }</b>
    Registered: { $received }
stage-handler-is = Handled by: { $name }
stage-sponsor-is = Sponsor: { $name }
stage-clock = { $late ->
        [yes] 🔴 { $clock }: { $due } has passed
       *[other] ⏳ { $clock }: by { $due }
    }
stage-promise = { $done ->
        [yes] ☑️ { $what } (by { $until }, done)
       *[other] ⬜️ { $what } (by { $until })
    }
stage-withdrawal-asked = ✋ The person wants to withdraw; somebody other than the handler asks and confirms.
stage-proposed = 💡 By its duties { $department } should take it{ $people ->
        [none] .
       *[other] ; ask: { $people }.
    }

why-in-its-duties = · { $category } is among the duties of { $department }
why-leads-on-it = · { $department } leads on { $category }
why-stands-in = · nobody else takes it, so { $department } does
why-its-words = · the matter mentions “{ $words }”
why-own-unit = · it is in the unit itself: { $unit }
why-unit-above = · the unit has none, so up to { $unit }
why-nobody-inside = · nobody inside fits; please look at the ways outside
why-urgent-report-above = · it is urgent: report to { $unit } as well
why-crisis-first = · somebody's safety comes first
why-hazard-first = · safety on site comes first
why-sealed-part = · part of it is an accusation, which takes the sealed way

matters =
    📑 <b>Matters in the formal procedure</b>: { $count } open{ $late ->
        [0] .
       *[other] , { $late } of them past a limit; these come first.
    }
matters-none = 📑 No matter is yours at the moment.
matters-row = { $late ->
        [yes] 🔴
       *[other] ▫️
    } { $number } · { $stage }{ $due ->
        [none] { "" }
       *[other] { " " }· { $due }
    }

act-read-back =
    Please read it once more; nothing has been done yet.

    <b>{ $step }</b> ({ $number })
    { $given_html }
    Afterwards it stands at “{ $stage }”. Your name and the time are kept.
act-read-back-signs =
    Please read it once more; nothing has been sent yet. The paper above is what goes out.

    <b>{ $step }</b> ({ $number })
    { $given_html }
    Afterwards it stands at “{ $stage }”. You sign the paper; once sent it cannot be changed.
act-given = { $label }: { $value }
act-done = Done: this step of { $number } is on record.
act-done-sent = Done: the paper in { $number } is signed and on its way.
act-nothing-to-choose = There is nothing to choose from at the moment, so this step has to wait.
act-too-many-lines = At most { $limit } lines, please.
act-which-day = Which day is that? Please write it like 2026-03-15.
act-day-is-past = That day has passed; please name a later one.
act-promise-form =
    One line for each, the day last, like this:
    pay the March allowance, 2026-04-10
act-which-article = This article was not found. Please say which law and which number, in Chinese, with a semicolon between several.
act-several-of-that-name = More than one person has this name; please give the staff number.
act-nobody-of-that-name = Nobody in the organisation has this name. Please give the full name or the staff number; people from outside need not be named.

ask-reason = Why? One or two sentences that the person will understand.
ask-items = What is missing? One line for each, all of it at once.
ask-door = Where does it belong? Please choose.
ask-unit = To which office?
ask-person = Who?
ask-concerned = Whom does it concern? Full name or staff number. That person and their reporting line will not see the matter.
ask-opinion = What is the opinion? Say whether it supports the request, and why.
ask-agreement = What was agreed? One line for each point, in plain words.
ask-until = Until which day? For example 2026-03-15.
ask-plan = What is the plan? One line for each step.
ask-promises =
    What is promised, and by when? One line for each, the day last:
    pay the March allowance, 2026-04-10
ask-promise = Which one is done?
ask-request = What does the person want? One or two sentences; they go into the paper.
ask-facts = What are the facts and reasons?
ask-basis = On which articles does it stand? The law and the number in Chinese, with a semicolon between several.
ask-outcome = What is the result?
ask-verdict = What becomes of the earlier opinion?
ask-acts = What is to be done, by whom and by when? One line for each.
ask-data-choice = What happens to the file and the chat after the withdrawal? As the person wishes.
ask-done-when = When does it count as done?
ask-why-open = Why has it not been solved so far?

fact-reason = Reason
fact-items = Missing
fact-opinion = Opinion
fact-agreement = Agreed
fact-until = Day
fact-plan = Plan
fact-promises = Promised
fact-concerned = Concerns
fact-request = Request
fact-facts = Facts and reasons
fact-acts = To be done
fact-data-choice = The file
fact-done-when = Done when
fact-why-open = Why it is open

choice-supported = supported
choice-explained = reasonable, but without a basis in the rules
choice-not-supported = not supported
choice-upheld = upheld
choice-changed = changed
choice-again = to be done again

paper-article-not-stored = The paper names article { $number } of { $law }, which is not in the law library or does not apply on that day. Please fill it in again.
paper-article-without-law = The paper names article { $number } without its law. Please fill it in again.
paper-telephone-not-checked = The telephone number { $number } is not in the checked table. Please fill it in again.
paper-part-missing = A part of the paper is empty. Please fill it in again.
paper-fact-wrong = One of the answers does not fit. Please fill it in again.
paper-other = This paper cannot go out yet. Please fill it in again.

do-give-receipt = 🧾 Written receipt
do-ask-items = 📝 Ask for papers
do-name-concerned = 🙅 Recuse somebody
do-clear-concerned = 🙆 Lift a recusal
do-supply-items = ✅ It is all there
do-seal = 🔒 Seal it
do-redirect = 🧭 Lead to another door
do-transfer = ➡️ Transfer
do-accept-transfer = 👌 Take it
do-object = ✋ Object
do-assign-unit = 🏷 Assign a unit
do-take-as-suggestion = 💡 As a suggestion
do-answer-suggestion = 💬 Answer it
do-oppose-simple = Not the simple way
do-accept-simple = ⚡️ Simple way
do-accept = 📥 Accept
do-turn-ordinary = Ordinary way
do-change-handler = 🔁 Change handler
do-name-sponsor = 👤 Name a sponsor
do-agree-to-mediate = 🤝 I agree to mediate
do-unit-agrees = 🤝 The unit agrees
do-mediate = 🕊 Start mediation
do-stop-mediation = ⏹ Stop mediation
do-propose-agreement = 📜 Draft agreement
do-sign-agreement = ✍️ I sign
do-sign-for-unit = ✍️ Sign for the unit
do-settle = ✅ Put into force
do-hear = 👂 Hold a hearing
do-end-hearing = Hearing is over
do-ask-extension = ⏳ Ask for time
do-extend = ⏳ Grant more time
do-write-opinion = 🖋 Write the opinion
do-send-back-opinion = ↩️ Send it back
do-decide = ✍️ Sign the opinion
do-opinion-delivered = 📬 Opinion received
do-execute = 🛠 Carry it out
do-promise-kept = ☑️ One is done
do-ask-review = 🔎 Ask for a review
do-decide-review = ✍️ Decide the review
do-review-delivered = 📬 Review received
do-ask-recheck = 🔎 Ask for a re-check
do-decide-recheck = ✍️ Decide the re-check
do-lapse = The time has passed
do-close = 📦 Close
do-reopen = 🆕 Something new
do-take-up-again = Register again
do-keep-closed = Leave it closed
do-ask-withdrawal = ✋ I want to withdraw
do-stay = I stay
do-confirm-withdrawal = Confirm withdrawal
do-look-again = 🔍 Second look
do-plan-is-made = 📋 Make the plan
do-back-to-handling = Back to handling
do-plan-promise-kept = ☑️ One is done
do-supervise = 📌 Supervise
do-answer-supervision = 📮 Answer supervision
do-interview = 🗣 Interview
do-circulate = 📣 Circulate
do-begin-care = 💚 Ask me later
do-end-care = Care is over

notice-paper =
    📄 <b>{ $title }</b>
    { $paper }
    Ask here if anything is unclear.

## Who answers for it

chain-line = · { $duty }: { $name }
chain-first-contact = first contact
chain-head = first responsibility
chain-direct = direct responsibility
chain-management = managing department
chain-handler = handler
chain-sponsor = sponsor
chain-supervision = supervision

## The owner's own: what has happened, and limits

button-guard = ⏰ Watch a limit
button-timeline = 🧭 So far
button-guard-end = Stop watching ({ $due })

timeline =
    🧭 <b>{ $number }</b> so far
    { $lines_html }
timeline-line = { $day }  { $step }

guard =
    ⏰ Some limits lie outside the company and <b>do not stop while we work on it</b>. Which one shall I watch for you?

    I remind you 60, 30 and 7 days before. Only you can see it; the company cannot.
guard-since =
    ⏰ { $clock }
    { $asked }

    For example 2026-03-15. If in doubt, name the earlier day; that is the safer one.
guard-done =
    ⏰ Noted: { $clock }, counted from the day you named, <b>by { $due }</b>.

    If you have claimed your right from the employer or an authority meanwhile, it may count anew; when in doubt, act early.
guard-ended = Done: this limit is not watched any more.

refused-unknown-limit = This limit does not belong to this case.
refused-day-to-come = This day is still to come; please name the day on which it happened.
refused-limit-is-over = Counted from that day it ended on { $due }. It may have begun anew; please call 12348 soon, or ask our lawyer.

## Hints for the registry: kind, urgency, door

triage-kind = 🔎 Looks like: { $kind }{ $words ->
        [none] { "" }
       *[other] { " " }(mentions: { $words })
    }
triage-urgency = 🔎 Urgency: { $level }{ $words ->
        [none] { "" }
       *[other] { " " }(mentions: { $words })
    }
triage-door = 🔎 Door: { $door }
level-normal = normal
level-soon = soon
level-today = somebody must look today
kind-of-question = a question
kind-of-concern = a concern
kind-of-suggestion = a suggestion
kind-of-praise = thanks
kind-of-accusation = about somebody's conduct
kind-of-chitchat = small talk
kind-of-gibberish = hard to read
door-to-suggestion = suggestion
door-to-consultation = a question, answered on the spot
door-to-claim = petition procedure
door-to-accusation = discipline office, the sealed way
door-to-labour = a labour matter: show the way, or mediate first
door-to-injury = work injury: mind the time limits first
door-to-insurance = social insurance or housing fund office
door-to-litigation = court, procuratorate or police
