### Care contacts: only by consent; who, how often, until when; one press stops it.

command-care = Ask for regular contact, stop any time
button-care = 🌱 Care contacts
button-care-wish = 🌱 Ask for contact
care =
    🌱 <b>Care contacts</b>
    { $lines_html }

    Only if you agree, and known only to the one you chose. You can read all that is written. One press stops it.
care-none = None at the moment.
care-waiting = • Looking for: { $duty }, { $when }, until { $day }
care-running = • { $handler }, { $when }, until { $day }
care-helping = • You are in touch with { $who }, next on { $day }
care-who = 🌱 Who should get in touch with you?
care-often = How often?
often-weekly = every week
often-fortnightly = every two weeks
often-monthly = every month
care-until = Until when? It ends by itself then; you can stop it earlier at any time.
button-care-months = { $months ->
    [one] 1 month
   *[other] { $months } months
}
care-agreed = 🌱 Good, agreed. To stop it send /care and press once.
care-asked = 🌱 Good, somebody is being asked. You are told as soon as one says yes.
care-notes =
    📓 <b>What was written</b>
    { $lines_html }
care-no-notes = Nothing yet.
care-line = { $day } { $label }: { $answer }
wrote-word = helper
wrote-reply = person
wrote-note = helper noted
button-care-notes = 📓 See the notes
button-care-reply = 💬 Reply
button-care-stop = ⏹ No more contact
button-care-word = 💬 Say a word
button-care-note = 📓 Write a note
button-care-back = I cannot go on
button-care-take = 🌱 I will do it
button-care-offer = 🌱 Offer to stay in touch
button-care-accept = 🌱 Yes, please stay in touch
care-ask-word = What would you like to say? A kind word is enough; do not press.
care-ask-reply = What would you like to say?
care-ask-note = A line that the person can read: what was done, what was agreed. No judgement, no diagnosis.
care-done-word = Passed on.
care-done-reply = Passed on.
care-done-note = Noted; the person can read it.
care-take-done = Thank you. Say hello first; you will be reminded when the next day comes.
care-back-done = All right, somebody else is asked.
care-offer-done = Asked. It begins only if they wish; please do not press if they do not answer.
care-stop-done = ⏹ Stopped. Nobody will contact you any more. You can ask again whenever you like.
notice-care-offered =
    🌱 { $handler } asks: would you like to hear from them now and then?
    If so, choose how often and until when. If not, just leave it; your matter goes on all the same.
notice-care-wanted = 🌱 Somebody would like a colleague like you to get in touch with them now and then. You see an alias once you say yes, no name.
notice-care-taken = 🌱 { $handler } will get in touch with you. To stop it send /care and press once.
notice-care-due = 🌱 It is time to get in touch with { $who }. A kind word; no reply is fine too.
notice-care-word =
    🌱 { $handler }:
    <blockquote>{ $text }</blockquote>
notice-care-reply =
    🌱 { $who } replies:
    <blockquote>{ $text }</blockquote>
notice-care-looking = 🌱 Your contact cannot go on; somebody else is being asked. If you do not want it any more, send /care and stop it.
notice-care-over = 🌱 The agreed time is over and the contact has ended. If you would like more, send /care.
notice-care-stopped = 🌱 The contact with { $who } is over; please do not write to them any more. Thank you for your time.
refused-care-odd = That cannot be chosen; please send /care and choose again.
refused-care-enough = There are { $limit } already; please stop one first.
refused-care-nobody = There is no such colleague on the roster now. Choose another, or send /human.
refused-care-taken-already = A colleague has said yes already, thank you.
refused-care-is-over = This contact has ended.
