### Sealed reports: read by the discipline office alone. Short, calm; protect first, blame and press nobody.

door-report = 🔏 Report something in confidence
command-report = Report somebody, sealed
sealed-door =
    🔏 <b>A sealed report</b>

    <b>Who reads it</b>: the discipline office alone, and each look is kept. The person it is about, their unit, mediators, supervisors and administrators cannot, and nothing elsewhere shows that it exists.
    <b>Your name</b>: as you wish. It is taken without one. Your chat account is not kept in it.
    <b>How you hear of it</b>: you get a code. With it you come back for the answer and can add more, from another telephone too.
    <b>No retaliation</b>: whoever retaliates against a person who reports is liable to discipline (Public Officials Sanctions Law, Article 32, in force since 1 July 2020).

    Messages go through Telegram, which keeps a copy. No state secrets here, please. You can also call 12388.
sealed-not-set-up =
    🔏 The sealed way is <b>not set up</b> here yet; please do not write such a thing here for now.
    You can call 12388 (discipline and supervision reports), or go to the discipline office in person: ask for a quiet room, and you may ask that no name is taken.
button-report-tell = ✍️ Tell it now
button-report-code = 🔑 I have a code
sealed-lane-first = Somebody is with you just now, and all that you write goes there. Once you have pressed that you are safe, come back for this; it can wait.
sealed-telling =
    ✍️ In your own words: when, what, how you know. As many messages as you like; photos, files and voice are fine.

    Nothing is filed yet, and nobody can read it.
sealed-heard =
    Got it, { $count ->
        [1] 1 message
       *[other] { $count } messages
    } so far, locked away. Go on if there is more; to correct something, edit that message.
    <b>Not filed yet.</b>
sealed-too-many = At most { $limit } messages at once. You can add the rest with your code later.
sealed-edited = Corrected.
sealed-about =
    👤 Who is it about? Write one name: should they, or somebody of that name, serve in the discipline office, they will not see it.
    Press “Skip” if you would rather not.
sealed-which = Is it one of these? If not, what you wrote counts.
button-report-as-typed = None of them, as I wrote
sealed-read-back =
    🔏 <b>Please read it once more</b>. Nothing is filed yet.

    <blockquote expandable>{ $text }</blockquote>
    Files: { $files }
    About: { $people }

    After “File it”, the discipline office alone can read it.
button-report-file = 🔏 File it
button-report-ask-on = ⬜ Ask me how I am in one and three months
button-report-ask-off = ☑️ Ask me how I am in one and three months
button-report-more = ✏️ Say more
sealed-filed =
    🔏 <b>Filed</b>. Your code:
    <code>{ $code }</code>

    It is shown <b>only this once</b>: write it on paper, not into a computer at work. Nobody can find it again for you.
    For the answer, or to add something: send /report and press “I have a code”. Apart from the greeting you may have agreed to, I will not write to you myself.

    Next: the discipline office reads it and answers here. Once you have the code on paper, please delete the words above from this chat.
    Should anybody make trouble for you over this, tell the office at once with your code, or call 12388.
sealed-nobody-reads = ⚠️ Everybody who could read it is mentioned in it, so nobody can read it for now. It is locked away; please also call 12388, or go to the discipline office one level up.
sealed-dropped = Deleted; nobody has read it. Your own messages are still on your telephone; press and hold to delete them.
sealed-which-code =
    🔑 Please send the code, 16 digits. I will delete that message afterwards.
sealed-wrong-code = That code does not fit; please check it and send it again.
sealed-so-far =
    🔏 Now: <b>{ $state }</b>

    { $lines_html }

    To add or to answer, just write below. Press “Back to the menu” when you are done.
sealed-line-reporter = ▫️ { $day } you: { $text }
sealed-line-office = 🔹 { $day } the office: { $text }
sealed-line-told = ▫️ { $day } reported: { $text }
sealed-a-file = (a file)
sealed-received = received
sealed-read = read
sealed-at-work = in work
sealed-answered = answered
sealed-closed = closed
sealed-added = Added; the discipline office alone can read it.
sealed-trouble = Sorry, that step did not work; please try again.
sealed-news = 🔏 There is something new to look at: /sealed
sealed-list = 🔏 You may read { $count } in all. Each look is kept; please read where nobody looks over your shoulder.
sealed-list-empty = 🔏 Nothing for you to read now. The daily word is sometimes a routine only.
sealed-what-next = 🔏 { $id }: scan files before you open them. What next?
sealed-file-gone = (this file cannot be opened any more)
sealed-marked = Noted: { $state }.
button-sealed-answer = ✍️ Answer or ask
button-sealed-received = Received
button-sealed-at-work = In work
button-sealed-answered = Answered
button-sealed-close = ✅ Close (with a reason)
button-sealed-list = 🔏 See all
sealed-answer-what = ✍️ Write to whoever reported: what was found, what comes next, or what you want to ask. Nothing that gives them away, please. They read it with their code.
sealed-answer-done = Kept; they read it with their code.
sealed-close-why = ✅ Please write why it is closed; they read it with their code.
sealed-close-done = Closed, with the reason. Should they add something, it opens again.
sealed-how-is-it = 👋 Hello. We agreed that I would ask after a while: has anything at work changed for the worse lately?
button-changed-no = No, all is well
button-changed-yes = Yes, I want to tell
button-changed-stop = Do not ask again
sealed-thanks = Good to hear. Come back whenever that changes.
sealed-what-changed = Please tell what has changed: when, who, what. The discipline office alone reads it, and will see to it.
sealed-asked-no-more = All right, I will not ask again. Whenever you need it, send /report.
sealed-part-same = [Asked later] Nothing has changed for the worse.
sealed-part-worse = [Asked later] Something has become worse and is being told. Please look soon.
sealed-moved =
    🔏 Something that you told us has gone to a safer place: a few named colleagues alone can read it, and where it was it has been deleted.
    Your code:
    <code>{ $code }</code>
    It is shown <b>only this once</b>; please write it down. For the answer, or to add something: send /report and press “I have a code”. Then please delete this message.
sealed-from-case = [Filed elsewhere first] on { $day }; category: { $category }; name: { $name }
sealed-from-staff = [a handler]
sealed-from-notes = [an internal note]

## Who reads: an entry needs the yes of somebody who serves

sealed-wish =
    🔏 <b>An entry on the office's roster waits for your yes</b>

    { $name } (Telegram number <code>{ $user }</code>), reads until { $last }{ $fallback ->
        [yes] , as a fallback: only where all others are named
       *[no] { "" }
    }.
    Before you press, please compare the number with them in person; they see it with /whoami. If nobody agrees by { $until }, nothing changes.
sealed-wish-before = The entry now: { $name }, until { $last }{ $fallback ->
        [yes] , as a fallback
       *[no] { "" }
    }.
button-officer-yes = ✅ I agree
button-officer-no = ✋ I do not
sealed-wish-agreed = Thank you, it is entered. All who serve get a sentence that the roster changed.
sealed-wish-declined = All right, the roster stays as it is.
sealed-roster-changed = 🔏 The roster of the sealed way has just changed. If you had not heard of it, please ask the head of the discipline office in person.
refused-wish-is-over = This was answered, changed or has lapsed; there is nothing left to press. Thank you.
refused-officer-alone = They serve alone, and nobody agrees to their own entry; add somebody else first

## From an ordinary concern

intake-sealed-offer =
    🔏 This reads as if it were about a particular person. The sealed way is safer: the discipline office alone reads it, no mediator and no group, and you get the answer with a code.

    You decide. If it goes there, what you told goes with it and is deleted here.
button-seal-it = 🔏 The sealed way
button-stay-here = File it here
seal-sure =
    🔏 Move { $number } to the sealed way?

    From then on the discipline office alone reads it. The file, the talk and the deadlines here are deleted, and the card in the group is put away; the owner gets a code of their own. There is no way back.
button-seal-yes = 🔏 Move it
seal-done = 🔏 Moved; there is nothing of it here any more. The owner gets the code in a message of its own.
