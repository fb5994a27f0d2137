### Everything that Xinqiao says, in English. One key a line, or an indented block; tags are Telegram's;
### { $x } becomes a fact. Keys and facts are the same as in zh-CN.ftl; a test compares them.
### It speaks like a colleague you can rely on: short, warm, plain, and it never blames.

language-name = English
language-question = 您想用哪种语言？Which language?
anonymous = Anonymous
staff = { $name } ({ $duty })
somebody = a colleague
not-said = not said
said-in-story = told in the story

## The first screen and the four doors

welcome =
    👋 Hello, I am <b>Xinqiao</b>. If something at work or in your life weighs on you, you can say it here.

    <b>Who can see it</b>: the one mediator (or two) who takes your case. Their group sees only the kind of matter and how long it has waited, no name and no words.
    <b>How long it is kept</b>: a draft that is not filed you can delete at any time; what is filed is kept in the company’s case store. To see it, take it along, correct or delete it, send /mydata.
    <b>Which way it goes</b>: Telegram carries the messages and keeps a copy. Please do not write state secrets or company secrets here.

    Asking and looking things up is <b>not filing</b>. Only when you have read it back and pressed “File it” is it formally raised.

    What would you like to do?
menu = What would you like to do?
door-tell = 📝 I have something to say
door-law = 📖 Look up law and policy
door-cases = 📂 How is my case going
door-human = 🙋 Get me a person now
door-desk = 🗂 My desk
button-menu = ⬅️ Back to the menu
button-privacy = 🔒 Who can see it
button-language = 🌐 中文 / EN
button-leave-it = Not now
left-it = All right, we leave it there.
help =
    <b>What you can do</b>
    /tell say what is wrong, step by step; it is filed only at the end
    /law look up the law, for instance “民法典1254”
    /calc work it out: overtime, severance, leave, injury limits, retirement
    /today an article a day, /quiz a small quiz
    /cases see how far your case is
    /human get a mediator now
    /report report somebody in confidence, for the discipline office alone
    /follow go on from another account, with number and receipt code
    /join sign a matter together, with a code from a colleague
    /subscribe get messages about the law, /unsubscribe to stop them
    /care ask somebody to get in touch now and then, stop any time
    /mydata your data: see, take along, correct, delete
    /privacy who can see it and how long it is kept
    /menu back to the menu

    If you are interrupted halfway, nothing is lost: the draft stays.
privacy =
    <b>Who can see what you write</b>
    • A draft: only you. As long as it is not filed, nobody reads it.
    • Once filed: the mediator who takes it, and the second one, if somebody comes to help; you are told at once.
    • The mediators' group: only number, kind of matter, waiting time, and which helper you would like.
    • Supervisors: whether somebody has taken it and whether it is late; after a low rating also the result and the words you add. Not your name, not your story.
    • Mediators of other cases: if it looks like the same matter, its number, alias, category and state. Not your name, not your story.
    • Raised together: co-signers see number, category, state and the words they sign; of who signed, only how many.
    • What you ask about the law: stays in your own chat; only “Hand to the policy officers” passes it on, without your name.
    • Telegram: messages go through its servers. If it is very delicate, just write “please contact me” and tell it face to face.

    <b>Anonymous</b>: the mediator sees only an alias, a new one for each case. Seeing the name takes a reason and a second colleague who agrees; you are told.
    <b>How long</b>: drafts can be deleted at any time; closed cases three years at most; how long what is kept, and to see, correct or delete it: /mydata; please keep your number and receipt code yourself.
    <b>What we never do</b>: score people, keep lists of people, or use your words to assess you.

    Basis: Personal Information Protection Law, Article 17, in force since 1 November 2021.
whoami =
    Your number: <code>{ $user }</code>
    The number of this chat: <code>{ $chat }</code>
    Your duty on the roster: { $duty }
whoami-group = The number of this group: <code>{ $chat }</code>
subscribed = Good, messages about the law will reach you from now on. To stop them, send /unsubscribe.
unsubscribed = Done. You will get no more messages about the law.
unknown-command = I do not know that command yet. These I know:
sorry = Sorry, something went wrong on my side just now. Your words are not lost. Please try again; if it still fails, tell the administrator this number: <code>{ $reference }</code>
sorry-alert = Sorry, something went wrong. Please press again. If it still fails, tell the administrator this number: { $reference }
button-unknown = This button no longer works. Send /menu to start again; all you wrote is still here.
window-over = This page is out of date. A draft that is not filed is still here: /tell goes on with it. What is filed is under /cases.
press-a-button = Please choose with the buttons above. To do something else, send /menu.
unfit-kind = I cannot pass on this kind of message (no stickers, contacts, locations or polls). Please use words, photos, files or voice.
unfit-size = That file is too large; { $limit } MB is the most. You can compress it, or send a few photos of it.
start-first = Please open a private chat with me and send /start once, so that I may write to you.
reason-length = Please write it in words, 1 to { $limit } characters.

## Words out of the blue

what-to-do-with-it = Got it. This is <b>not filed</b> and has not been sent to anybody. What would you like to do with it?
button-begin-with-it = 📝 Begin with these words
button-look-up = 📖 Look it up in the law
button-add-to = ➕ Add it to { $number }
that-is-a-number = That looks like a case number. Your own cases are here; to go on with a receipt code, send /follow.
added = Added to { $number }.

## Telling a concern

intake-half-told =
    Last time you stopped halfway ({ $count ->
        [one] 1 message
       *[other] { $count } messages
    }). All of it is still here:
    <blockquote>{ $excerpt }</blockquote>
    Go on, or begin anew? Nothing is filed yet.
intake-telling =
    📝 Say it in your own words, in any order. Send as many messages as you like; photos, files and voice are fine too.

    This is only a draft: it is <b>not filed</b> and nobody can see it. Please leave out state secrets and company secrets.
intake-telling-more =
    Got it, { $count ->
        [one] 1 message
       *[other] { $count } messages
    } so far. If there is more, keep sending; to correct a message, just edit it.
    When that is all, press below. <b>Nothing is filed yet.</b>
intake-too-many = One concern can have { $limit } messages at most. The rest can be added after filing.
intake-ask-when = 🕐 When was it, roughly? Does it still go on?
intake-ask-where = 📍 Where did it happen? Unit, team, place; as much as you know.
intake-ask-who = 👥 Who is concerned, which department? If you would rather not name anybody, the position will do.
intake-ask-wish = 🎯 How would you like it to be solved?
intake-ask-tried = 🚪 Whom have you asked, what have you tried? What came of it?
intake-category = 🏷 My guess is below; you decide (three at most, the first one is the main one):
intake-category-all = 🏷 Here are all the kinds; you decide (three at most, the first one is the main one):
intake-three-at-most = Three at most. Please take one away before you choose another.
intake-helper = 🤝 Which kind of helper would you like? You need not choose; somebody will take it in any case.
intake-naming =
    🙈 <b>Anonymous or with your name?</b>
    Anonymous: whoever takes it sees only an alias. You get a receipt code; only with it can you go on from another account.
    With your name: only whoever takes it sees the name.
intake-name = Please write your name. Only whoever takes your case will see it.
intake-later = All right, your draft is kept for you. When you want to go on, send /tell.
intake-throw-away = Once this draft is deleted it cannot be brought back. Are you sure?
intake-thrown-away = The draft is deleted. Your own messages are still in this chat; hold one down to delete it.
intake-gone = This draft has been filed or deleted. Send /menu to see what is there.
read-back =
    📄 <b>Please read it once more</b>. It is not filed yet; whatever is wrong, change it here.

    { $lines_html }

    Only when you press “File it” is it formally raised. You then get a number and a receipt.
read-back-story =
    <b>What happened</b>{ $files ->
        [0] {""}
       *[other] {" "}(files: { $files })
    }
    <blockquote expandable>{ $text }</blockquote>
read-back-line = <b>{ $label }</b>: { $answer }
account-story = What happened
account-when = When
account-where = Where
account-who = Who is concerned
account-wish = What you wish
account-tried = What was tried
account-category = Kind
account-helper = Helper
account-naming = Name
button-told = ✅ That is all
button-later = ⏸ Later
button-throw-away = 🗑 Throw it away
button-throw-away-yes = 🗑 Delete it
button-go-on = ▶️ Go on
button-start-anew = 🔄 Begin anew
button-skip = Skip
button-all-categories = None of these, show all
button-these-it-is = ✅ These it is
button-anonymous = 🙈 Anonymous
button-named = ✍️ With my name
button-edit = ✏️ { $what }
button-file = ✅ File it
filed = Done, it is filed. The number is in your receipt; please keep it.
wish-lawyer = a lawyer
wish-counsellor = a counsellor
wish-union = the union
wish-policy = a policy officer
wish-none = anyone

## A person, now

human =
    🙋 I will call a mediator at once, who will talk with you right here.
    Pressing the button files a “please contact me” case (anonymous). You can write a few words first, or nothing at all.

    If somebody's life is in danger, please call 110 (police) or 120 (ambulance) directly.
button-call-now = 🙋 Call somebody now
human-called = Somebody is being called (number { $number }). While you wait, write here whatever you like; whoever takes it will see it.
human-story = I would like to talk to somebody.

## Receipt and progress

notice-receipt-anonymous =
    ✅ <b>Filed</b>
    Number: <code>{ $number }</code>
    Time: { $filed_at }
    Kind: { $category }
    Receipt code: <code>{ $code }</code>

    The receipt code is <b>shown only this once</b>; please write it down or keep a screenshot. From another account, send /follow with number and code to go on.

    What comes next: the mediators' group can already see it, and you will hear as soon as somebody takes it. Filing here does not stop you from going to arbitration, to court or to any other office; arbitration must as a rule be asked for within one year (Labour Dispute Mediation and Arbitration Law, Article 27, in force since 1 May 2008).
notice-receipt-named =
    ✅ <b>Filed</b>
    Number: <code>{ $number }</code>
    Time: { $filed_at }
    Kind: { $category }

    What comes next: the mediators' group can already see it, and you will hear as soon as somebody takes it. Filing here does not stop you from going to arbitration, to court or to any other office; arbitration must as a rule be asked for within one year (Labour Dispute Mediation and Arbitration Law, Article 27, in force since 1 May 2008).
notice-claimed =
    🤝 <b>{ $handler }</b> has taken your case ({ $number }).
    From now on, what you write here goes straight to them. They see you as { $alias }.
notice-joined = 👥 <b>{ $second }</b> is helping too ({ $number }) and can also see what you write.
notice-given-back = 🔄 Your case ({ $number }) needs another mediator; we are looking for one. All you said is still here, you need not say it again.
notice-given-back-staff = 🔄 { $number } has been given back and a new helper is sought; nothing is left for you to do.
notice-result =
    📋 There is a result in your case ({ $number }). { $handler } writes:
    <blockquote>{ $result }</blockquote>
    How was it? One press is enough; only supervisors see how many stars.
notice-rated =
    { $rating ->
        [1] Thank you for saying so; a supervisor has been asked to look again. You may add a few words, only supervisors see them.
        [2] Thank you for saying so; a supervisor has been asked to look again. You may add a few words, only supervisors see them.
       *[other] Thank you. You may add a few words; and if it is not solved after all, press “Not solved” at any time.
    }
notice-closed-by-supervisor =
    A supervisor has closed your case ({ $number }), for this reason:
    <blockquote>{ $reason }</blockquote>
    If you do not agree, press “Not solved”.
notice-moved-away = Case { $number } has been moved to another account with its number and receipt code; it is no longer shown here. If that was not you, send /human at once.
notice-sorry = Sorry, something went wrong on my side just now. Your words are not lost. Please try again; if it still fails, tell the administrator this number: <code>{ $reference }</code>
notice-not-delivered =
    ⚠️ This message of yours in { $number } could not be delivered:
    <blockquote>{ $excerpt }…</blockquote>
    The other side cannot receive messages at the moment. It is all kept; nothing is lost.

## My cases

cases = 📂 Your cases. Press one to see how it is going:
cases-none = You have not filed a case yet. If you have a receipt code, you can go on with it.
cases-row = { $number } · { $category } · { $state }
button-follow = 🔑 Go on with a receipt code
button-see-case = 📂 How it is going
button-talk = 💬 Talk to them
button-add = ➕ Add something
button-withdraw = ↩️ Withdraw it
button-withdraw-yes = Yes, withdraw
button-keep-it = No, keep it
button-not-solved = 🙁 Not solved
button-rating-words = ✍️ Add a few words
button-stop-talking = ⏹ That is all for now
see-head =
    📂 <b>{ $number }</b>
    Kind: { $category }
    Filed: { $filed }
    Now: <b>{ $state }</b>
see-next-submitted = What comes next: a mediator takes it. If nobody does, everybody is reminded, and then a supervisor is told.
see-next-claimed = In charge: { $handler }. What comes next: they find out more, talk it over with you, and write down a result.
see-next-resolved = { $handler } has written the result. What comes next: please rate it, or tell us that it is not solved.
see-next-closed = Closed. If something new comes up, press “Not solved”.
see-next-reopened = Opened again, as you asked. In charge: { $handler }.
see-next-second-look = You were not satisfied, so a supervisor is looking at it again. In charge: { $handler }.
see-next-withdrawn = You have withdrawn it. You can raise it again whenever you need to.
see-result =
    <b>Result</b>
    <blockquote>{ $result }</blockquote>
talk-now = 💬 What you write now goes to { $handler } ({ $number }). When you are done, press below or send /menu.
add-now = ➕ Just write; it is added to { $number }, and whoever takes it sees it right away.
added-unclaimed = Added to { $number }. Nobody has taken it yet; whoever does will see it.
passed-on = Passed on ({ $number }). From here on, just write.
conversation-over = This matter cannot be talked about here any more. Send /cases to see how it stands.
withdraw-sure = Do you really want to withdraw { $number }? After that nobody works on it any more. If somebody is pressing you to withdraw, press “No, keep it” and then send /human.
withdraw-done = { $number } is withdrawn. If you need to, you can raise it again at any time.
not-solved-why = What is not solved yet? Write a few words; whoever handles it will read them.
not-solved-done = { $number } is open again and work goes on.
rating-words-what = Write what you like; only supervisors see it.
rating-words-done = Noted, thank you.
follow-how =
    Please write number and receipt code in one message, like this:
    <code>K7QF-2MRD 1234 5678 9012 3456</code>
    I delete that message once I have read it.
follow-done = It fits. { $number } now belongs to this account.
follow-delete-yourself = I cannot delete your last message. Please delete it yourself; your receipt code is in it.
edit-draft = Changed in the draft too.
edit-public = The other side now sees the changed version.
edit-internal = The note is changed.

## The card in the group

card-head =
    📌 <b>{ $number }</b> · { $category }
    Filed { $filed } · wants: { $wish }
card-put-away = 📌 This card has been put away.
card-waiting =
    ⏳ Waiting to be taken, { $hours ->
        [0] less than an hour
        [one] 1 hour
       *[other] { $hours } hours
    } so far
card-late = ❗️ Already reminded; please take it soon
card-refusals =
    { $count ->
        [one] 1 person
       *[other] { $count } people
    } cannot take it
card-submitted = ⏳ Waiting to be taken
card-claimed = 🤝 { $handler } is working on it
card-resolved = 📋 { $handler } has written the result; waiting for the owner
card-closed = ✅ Closed ({ $handler })
card-reopened = 🔄 The owner says it is not solved ({ $handler })
card-second-look = 🔎 A supervisor is looking again ({ $handler })
card-withdrawn = ↩️ Withdrawn by the owner
card-second = 👥 Helping: { $second }
card-second-wanted = 🙏 One more helper wanted
card-unreachable = 🔕 The owner cannot be reached at the moment
button-claim = 🤝 I take it
button-refuse = I cannot
button-join = 👥 I help
claim-own = This is your own concern, so a colleague will take it. You can follow it in your private chat with me.
claim-yours = It is yours. The file is in your private chat with me.
claim-too-late = Somebody was faster: { $handler } has it.
join-yours = Thank you. The file is in your private chat.
notice-refuse-why = { $number }: why can you not take it? One sentence; only staff see it.
refuse-go-private = Please write one sentence, in your private chat with me. If we have not met yet, send /start there first.
refuse-done = Noted; { $number } is left to somebody else.
notice-unclaimed =
    ⏰ Nobody has taken { $number } yet; it has waited { $hours ->
        [0] less than an hour
        [one] 1 hour
       *[other] { $hours } hours
    }. Who could have a look?
notice-unclaimed-supervisor =
    ⏰ { $number } ({ $category }): still not taken after the reminder. It has waited { $hours ->
        [0] less than an hour
        [one] 1 hour
       *[other] { $hours } hours
    }; please find somebody.

## The desk

desk-staff-only = The desk is for mediators on the roster. If you are one, please send the number that /whoami shows to the administrator.
desk =
    🗂 <b>Desk</b>
    Yours: { $mine } · waiting: { $waiting } · second look: { $second }
    Press one to switch to it.
desk-row = { $mark } { $number } { $alias } · { $category } · { $state } · { $days }d
panel-head =
    🗂 <b>{ $number }</b> · owner <b>{ $who }</b>
    { $category } · { $state } · filed { $filed }
panel-line = <b>{ $label }</b>: { $answer }
panel-result =
    <b>Result so far</b>
    <blockquote>{ $result }</blockquote>
panel-unreachable = 🔕 The owner cannot receive messages at the moment
panel-current = 📌 <b>Current case</b>. What you write is kept as an internal note; it goes out only when you press “Pass it on”.
panel-not-current = This is not your current case. Press “Switch to this” before you write.
button-open-case = 📌 Switch to this
button-result = 📋 Write the result
button-give-back = Give back
button-hand-over = Hand to a colleague
button-ask-second = Ask for help
button-story = 📜 The whole story
button-desk = 🗂 Desk
button-relay = 📤 Pass it on
button-take-over = 🤝 I take it
button-decline = I cannot
button-send-result = 📤 Send it to the owner
button-close-with-reason = Close (with a reason)
noted = 📝 Kept as an internal note ({ $number }); only those who work on it can see it.
relayed = 📤 Passed on to the owner.
relayed-already = It was passed on before.
say-how = Switch to a case on your desk first, then send /say with your words; they go straight to the owner.
story =
    📜 <b>{ $number }</b>
    { $text_html }
story-public = <b>{ $who }</b>: { $text }
story-internal = 🔒 <i>{ $who } (internal): { $text }</i>
story-privileged = 🔐 <i>{ $who } (mediation): { $text }</i>
story-staff = Mediator
kind-photo = (photo)
kind-document = (file)
kind-voice = (voice)
kind-video = (video)
kind-audio = (audio)
kind-animation = (animation)
kind-video-note = (video message)
result-what = 📋 { $number }: what was agreed, what was decided? Write it for the owner: who does what, and when.
result-read-back =
    { $number }: please read it once more; it has not been sent:
    <blockquote>{ $text }</blockquote>
result-done = Sent to the owner; now it is up to them ({ $number }).
give-back-why = { $number }: why do you give it back? One sentence; the owner does not see it.
give-back-done = Given back; { $number } is waiting for somebody again.
decline-why = { $number }: why can you not take it? One sentence for your colleague.
decline-done = Your colleague has been told.
close-why = { $number }: why is it closed? The owner will read this.
close-done = { $number } is closed and the owner has been told why.
hand-over-whom = Who should take { $number }? Until they say yes, it stays with you.
hand-over-nobody = There is no colleague who could take it right now.
hand-over-why = One sentence for { $name }: why would you like them to take it?
hand-over-asked = { $name } has been asked. Until they say yes, it stays with you.
ask-second-done = The card in the group now asks for a helper.
take-over-done = It is yours now; the file follows at once.
notice-second-joined = 👥 { $second } now helps with { $number }.
notice-offered =
    🙋 { $handler } asks you to take { $number } ({ $category }):
    <blockquote>{ $reason }</blockquote>
notice-taken-over = 🤝 { $handler } has taken over { $number }. Thank you for your work so far.
notice-declined =
    { $handler } cannot take { $number }; it stays with you:
    <blockquote>{ $reason }</blockquote>
notice-closed-by-owner = ✅ The owner accepts the result; { $number } is closed.
notice-second-look-handler = 🔎 The owner is not satisfied with the result of { $number }; a supervisor will look at it again together with you.
notice-second-look =
    🔎 { $number } ({ $category }) was rated { $rating ->
        [one] 1 star
       *[other] { $rating } stars
    }; please look at it again. Whoever handled it still has it.
notice-rating-words =
    ✍️ The owner of { $number } adds:
    <blockquote>{ $words }</blockquote>
notice-reopened =
    🔄 The owner says that { $number } is not solved:
    <blockquote>{ $reason }</blockquote>
notice-withdrawn = ↩️ The owner has withdrawn { $number }; there is nothing more to do.
notice-owner-unreachable = 🔕 The owner of { $number } cannot receive messages at the moment (they may have stopped the bot). All you write is kept.

## States, duties, acts

state-draft = draft
state-submitted = waiting
state-claimed = in progress
state-resolved = answered
state-closed = closed
state-reopened = reopened
state-second-look = second look
state-withdrawn = withdrawn
duty-lawyer = lawyer
duty-counsellor = counsellor
duty-union = union
duty-policy = policy officer
duty-supervisor = supervisor
duty-triage = registry
duty-head = unit head
duty-reviewer = reviewer
duty-privacy = privacy officer
duty-none = none
trigger-claim = take it
trigger-refuse = say that you cannot take it
trigger-give-back = give it back
trigger-offer = hand it to a colleague
trigger-take-over = take it over
trigger-decline = decline it
trigger-ask-second = ask for help
trigger-join = help with it
trigger-record-result = write the result
trigger-rate = rate it
trigger-not-solved = say that it is not solved
trigger-close = close it
trigger-withdraw = withdraw it
refused-other = That is not possible right now. Send /menu to see what is.
refused-not-found = There is no such case, or it is not yours to see.
refused-wrong-state = It is now “{ $state }”, so you cannot { $trigger }.
refused-wrong-role = To { $trigger }, one has to be in charge of it and on the roster.
refused-already-claimed = Somebody has taken it already.
refused-reason-missing = Please write a reason in a sentence.
refused-result-missing = Please write the result first.
refused-colleague-cannot = This colleague cannot take it; please choose another one.
refused-second-already = Somebody is helping already, or is being looked for.
refused-second-not-wanted = No more helper is needed here.
refused-you-have-it = It is yours already.
refused-already-rated = You have rated it already, thank you.
refused-not-rated = Please rate it first, then add your words.
refused-answer-not-delivered = The result has not reached the owner yet, so it cannot be closed.
refused-own-case = Nobody can do that in a case of their own, or in one they work on.
refused-nothing-told = You have not said anything yet; please write a sentence first.
refused-case-is-withdrawn = { $number } is withdrawn; nothing can be added.
refused-too-many-tries = That was too many tries. Please try again in an hour.
refused-code-does-not-fit = Number and receipt code do not fit together; please check them.
refused-called-already = Somebody is being called already, please wait a little. If it is urgent, call 110 or 120.
refused-answer-first = It has not been answered yet: please answer first, then close it.

## Messages about the law

campaign =
    📣 <b>{ $title }</b>

    { $text }
button-unsubscribe = Unsubscribe
button-campaign-stop = ⏹ Stop it now
notice-campaign-running =
    📣 The message “{ $title }” is going out to { $count ->
        [one] 1 person
       *[other] { $count } people
    }. To stop it, press below.
campaign-stopped =
    ⏹ Stopped. { $left ->
        [one] 1 person has
       *[other] { $left } people have
    } not got it; to go on, run xinqiao campaign resume { $id } in a terminal.

## Commands

command-start = Start and see what I can do
command-tell = I have something to say
command-law = Look up law and policy
command-calc = Work it out: pay, leave, retirement
command-today = Today’s article
command-quiz = Guess which article it is
command-cases = How is my case going
command-human = Get me a person now
command-follow = Go on with a receipt code
command-subscribe = Get messages about the law
command-unsubscribe = Stop messages about the law
command-desk = Desk (for mediators)
command-privacy = Who can see it, how long it is kept
command-help = Help

## Kinds of concern

category-WAGE = Pay, overtime, bonus
category-CONT = Contract, dismissal
category-POST = Transfer, secondment
category-DISP = Agency, outsourcing
category-INSU = Insurance, unemployment
category-INJU = Work injury, disease
category-LEAV = Leave, hours, maternity
category-HOUS = Housing, housing fund
category-RETI = Retirement, survivors
category-VETE = Veterans
category-BENE = Benefits, hardship aid
category-DEMO = Staff voice, awards
category-HARA = Harassment, mistreatment
category-SAFE = Safety, fire, pollution
category-DISC = Misconduct, retaliation
category-APPE = Sanctions, appraisals
category-CIVI = Family, home, traffic
category-DEBT = Loans, surety, fraud
category-PRIV = Personal data, name
category-MIND = Mind and mood
category-SUGG = Ideas, praise, queries
category-LEGX = Courts, police, rulings
category-MISC = Hard to say
