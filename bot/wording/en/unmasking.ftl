### Seeing the name: who works on it asks, a second person decides, every look is kept and told.

unmask-ground-consent = the person asked for it, or agrees
unmask-ground-paper = a paper must name them
unmask-ground-accident = an accident must be reported
unmask-ground-occupational = an occupational disease must be reported
unmask-ground-court = a court asks for evidence
unmask-rescue-ambulance = to call an ambulance
unmask-rescue-police = to call the police
unmask-rescue-family = to reach the family
unmask-put-away = 🙈 The name was taken back.

notice-unmask-wanted =
    🪪 { $handler } would like to see the name of the person in { $number } ({ $alias }).
    Why: { $what } ({ $basis })
    <blockquote>{ $text }</blockquote>
    You do not see the name, you only decide. If you agree, it can be seen for { $limit } hours, and the person learns who saw it and why. Without an answer it ends after { $days } days.
notice-unmask-waits =
    ⏳ { $handler } would like to see the real name in { $number } ({ $alias }). Nobody has decided yet; in { $left } h the request ends.
    Why: { $what } ({ $basis })
    <blockquote>{ $text }</blockquote>
    You do not see the name; you decide whether it should be seen. If you agree, they can look for { $limit } hours.
notice-unmask-unanswered = ⏳ { $number }: a colleague would like to see the real name, and nobody has decided yet; in { $left } h the request ends. You cannot decide in this matter. Please remind a colleague who can, or ask the administrator for one.
notice-unmask-granted = ✅ You may see the name in { $number } for { $limit } hours. Every look is kept. Please take no screenshot and do not pass it on.
notice-unmask-refused = { $number }: seeing the name was not agreed to this time. Please go on with the alias; if you really need it, say why more clearly and ask again.
notice-unmask-lapsed = { $number }: nobody decided whether you may see the name, so the request has ended. Ask again if you still need it.
notice-unmask-seen =
    🪪 { $handler } saw your name on { $day } ({ $number }).
    Why: { $what } ({ $basis })
    <blockquote>{ $text }</blockquote>
    A second colleague had agreed, and it is taken back when the time is over. If you think this was wrong, please tell us.
notice-unmask-seen-in-danger =
    🪪 On the day when you were in danger, { $handler } saw who you are ({ $day }): { $what } ({ $basis }).
    Only to help you, and it was taken back. If you think this was wrong, please tell us.
notice-unmask-review =
    🆘 A life was in danger and { $handler } saw at once who it is: { $what } ({ $basis }).
    You do not see the name. Please say: was that right? If not, it is taken back at once.
notice-unmask-objected = A second colleague thinks that this should not have been seen. The name was taken back; please do not use it.

refused-unmask-odd = That cannot be chosen; please begin again at the case's panel.
refused-unmask-asked-already = You have asked already; a second colleague decides.
refused-unmask-nobody = Nobody on the roster can decide: it takes a privacy officer or a supervisor who is free of this matter. Please ask the administrator.
refused-unmask-decided = A colleague has decided already.
refused-unmask-lapsed = This request has ended.
refused-unmask-over = It cannot be seen now: not agreed to yet, or the time is over.
refused-unmask-unknown = Nobody here knows who it is: no name was given, and the organisation's list does not know them.

button-unmask = 🪪 See the name
button-unmask-look = 👁 Look once
button-unmask-yes = ✅ Agree
button-unmask-later = 🤫 Agree, tell them later
button-unmask-no = ❌ Do not agree
button-unmask-right = ✅ It was right
button-unmask-wrong = ❌ It was not
button-unmask-now = 🪪 See who it is
button-looks = 🪪 Who saw my name
unmask-why =
    🪪 <b>The name of the person in { $number }</b>
    If the alias will do, please stay with it. Otherwise choose why; a second colleague decides.
    Once agreed, it can be seen for { $limit } hours. Every look is kept, and the person learns who looked and why.
unmask-sentence = Say why in a sentence ({ $limit } characters at most). The person will read it.
unmask-asked = { $number }: asked; a second colleague decides. Without an answer it ends after { $days } days.
unmask-waiting = { $number }: you have asked, and a second colleague decides.
unmask-may-look = { $number }: you may look until { $day }. Every look is kept.
unmask-opening = 🪪 ...
unmask-line = { $label }: <b>{ $value }</b>
unmask-shown =
    🪪 { $number }
    { $lines_html }

    For your eyes only: no screenshot, do not pass it on. Taken back at { $day }.
unmask-trait-given = name they gave
unmask-trait-name = name
unmask-trait-staff-number = staff number
unmask-trait-unit = unit
unmask-trait-telegram = Telegram number
unmask-withhold-secret = a law demands secrecy
unmask-withhold-investigation = investigators ask for silence
unmask-withhold =
    Telling them later needs a reason that a law gives. Choose one:
    { $lines_html }
law-basis = { $law }, article { $article }, passed { $day }
unmask-withhold-line = • { $what } ({ $basis }): told after { $days } days
unmask-said-yes = ✅ Noted: agreed. They have been told.
unmask-said-no = Noted: not agreed.
unmask-said-right = Noted, thank you.
unmask-said-wrong = Noted; the name is taken back at once.
unmask-rescue = Why? One press and you see it. A second colleague will ask about it, and the person learns of it once they are safe.
looks =
    🪪 <b>Who saw your name</b>
    { $lines_html }
looks-none = Nobody so far.
looks-line = • { $day } { $text }
looks-times = { $count ->
    [one] once
   *[other] { $count } times
}
