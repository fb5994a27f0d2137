### My data: see, take along, correct, delete, agree, ask why, complain.

## The first page

command-mydata = My data: see, take, correct, delete
button-mydata = 🗃 My data
mydata =
    🗃 <b>My data</b>
    Language: { $value }

    { $lines_html }

    All of it is yours. To see it, take it along, correct or delete it, press below.
mydata-count = • { $label }: { $count }
mydata-what-cases = cases filed
mydata-what-draft = messages in the draft
mydata-what-signed = matters co-signed
mydata-what-subscribed = subscription to law messages
mydata-what-questions = questions waiting for an answer
mydata-what-consents = consents given
mydata-what-limits = time limits watched for you
mydata-what-care = care contacts
mydata-what-calls = calls in danger
mydata-what-complaints = complaints about the service
mydata-what-looks = who saw your name
mydata-what-tries = tries still counted
mydata-what-since = here since
mydata-what-language = language
mydata-what-staff = duty on the roster
mydata-what-said = what was said
mydata-what-history = history
mydata-what-papers = paper
mydata-what-statement = words to co-sign
mydata-what-result = result
mydata-what-rating = rating
mydata-what-name = name
mydata-me = me
button-mydata-why = 📄 Why, and how long
mydata-why =
    📄 <b>What is kept, what for, who reads it, how long</b>

    { $lines_html }

    To see it and take it along: Personal Information Protection Law, Article 45, in force since 1 November 2021.
purpose-contact = • <b>Chat number, language</b>: to answer you. Encrypted, no mediator sees it. Kept while you use this.
purpose-draft = • <b>Draft</b>: so that you can go on. Only you read it. Gone after { $days } days without a change.
purpose-case = • <b>Filed matters</b>: to work on them for you. Read by whoever takes it, in the formal procedure also by those in charge. At most { $days } days after the end.
purpose-withdrawn = • <b>Withdrawn matters</b>: minds may change. Gone after { $days } days; press “Delete” to have it sooner.
purpose-campaign = • <b>Messages about the law</b>: only if you subscribed. Who got one is gone after { $days } days.
purpose-joint = • <b>Co-signing</b>: to count how many. Nobody sees who. Taken back at any time.
purpose-question = • <b>Questions waiting</b>: to tell you of the answer, then gone.
purpose-care = • <b>Care contacts</b>: only if you agree, read only by the one you chose. Gone { $days } days after the end.
purpose-call = • <b>Crisis line</b>: so that somebody is there. Words go when you leave it, times after { $days } days. No supervisor sees it.
purpose-complaint = • <b>Complaints about the service</b>: supervisors read the words, not who wrote them. Gone { $days } days after the answer.
purpose-looks = • <b>Who saw your name</b>: so that you know. You and that colleague read it. Goes with the matter.
purpose-post = • <b>Post records</b>: to see whether it arrived, without content. At most { $days } days.
purpose-audit = • <b>Audit</b>: who did which step when, numbers only, no content. It stays, and nobody can change it.

## Taking it along

button-export = 📦 Take a copy
export-coming = 📦 Packing. Two files will come: one for people, one for programs. They hold what you confided, so please keep them safe.
export-title = Xinqiao · my data · { $day }
export-about = This is all that Xinqiao keeps and that you may see. Notes among mediators are not in it, nor is anybody else’s matter.
export-html = 📦 The copy for people; open it in a browser.
export-json = 📦 The copy for programs, with the same content.

## Correcting

button-fix = ✏️ Correct
fix-which = Which matter?
fix-none = There is no live matter to correct.
fix-what =
    ✏️ <b>{ $number }</b>

    { $lines_html }

    Which one? What you said in the chat you can edit there. A signed paper stays as it is; whoever handles it can write another.
fix-how = Write the new “{ $label }”:
fix-done = Corrected ({ $number }). Whoever works on it is told that something changed.
notice-corrected = ✏️ The owner corrected an answer ({ $number }); please have a look.
refused-only-live-is-corrected = { $number } is over and cannot be corrected.
refused-no-name-given = { $number } is anonymous; there is no name to correct.

## Deleting

button-wipe = 🗑 Delete
wipe =
    🗑 <b>Delete</b>
    • A draft: one press.
    • Withdrawn or closed matters: choose one, type its number.
    • A live matter: withdraw it first.
    • What cannot go: the audit (numbers only); what has reached other people’s phones; a matter that has to be preserved, and you are told why.
    You may also wait: { $days } days after the end it goes by itself.

    Personal Information Protection Law, Article 47, in force since 1 November 2021.
button-wipe-draft = 🗑 Delete the draft
wipe-draft-done = The draft is gone.
wipe-sure =
    🗑 Really delete <b>{ $number }</b>?

    It takes: your words, files, answers, name, result, papers, history, signatures.
    It leaves: a figure without a number and without a person (which month, which kind, how many days).
    It cannot be brought back, nor followed up with the receipt code. Would you like to take a copy first?

    If you are sure, type the number: <code>{ $number }</code>
wipe-done = { $number } is gone for good.
refused-case-is-live = { $number } is still live; please withdraw it first.
refused-procedure-is-live = The formal procedure of { $number } is not over; it can be deleted after that.
refused-case-is-held = { $number } cannot be deleted now; it has to be preserved: { $reason }
refused-number-does-not-fit = The number does not fit; nothing was deleted. It would be { $number }.

## Consent

button-agreed = 🤝 What I agreed to
agreed =
    🤝 <b>What you agreed to</b>
    { $lines_html }

    You can change it at any time, effective at once. Without it your matter is handled all the same.
    Personal Information Protection Law, Article 15, in force since 1 November 2021.
agreed-none = There is nothing that needs a separate consent of yours. You are asked when you file something sensitive.
agreed-line = • { $number } · { $label }: { $done ->
        [yes] agreed
       *[no] not agreed
    }
consent-name-sensitive = all in charge may read it
consent-name-passing-on = it may go to another office
button-agree = Agree: { $what }
button-disagree = Take back: { $what }
agreed-done = Good, noted.
disagreed-done = Good, taken back, from now on.

## Why this was suggested

button-explain = ❓ Why this suggestion
explain-which = Which matter?
explain-none = You have not filed anything yet.
explain =
    ❓ <b>{ $number }</b>
    The machine looks at your words alone and suggests; people decide. You chose “{ $category }” yourself.

    { $lines_html }

    It looks wrong? Ask for a person, or complain about the service.
    Personal Information Protection Law, Article 24, in force since 1 November 2021.
explain-words = • “{ $category }” was suggested because you wrote: { $items }
explain-alike = • “{ $category }” was suggested because it is told like the examples of that kind.
explain-office = • Such matters mostly belong to: { $department }.
office-front = petition desk
office-labour = labour and pay
office-insurance = social insurance
office-safety = safety and environment
office-union = the union
office-logistics = logistics
office-retirees = retirees’ office
office-veterans = veterans’ affairs
office-care = hardship help
office-counselling = counselling
office-discipline = discipline office
office-community = community office
office-legal = legal office
office-privacy = data protection

## Complaints about the service

button-complain = 💬 Complain about service
complain = What was not good? A few words. Supervisors read them and do not see who wrote them; it is tied to no rating and to no case of yours.
complain-done = Thank you for saying so. A supervisor reads it, and you are told of the answer.
notice-service-complaint =
    💬 Somebody complains about the service:
    <blockquote>{ $text }</blockquote>
    Your answer goes there without a name.
notice-complaint-waits = 💬 There is a complaint about the service and no supervisor on the roster to read it. Please add one.
button-complaint-answer = ✍️ Answer
complaint-answer = Write the answer; it goes to whoever complained:
complaint-answer-done = Sent. Thank you for taking it seriously.
notice-complaint-answered =
    💬 Your complaint has been answered:
    <blockquote>{ $text }</blockquote>

## Before filing: two questions for sensitive matters

intake-consent =
    🔏 This touches your privacy, so two things are asked apart. <b>It is filed either way</b>; with neither, only the one who takes it reads your story.

    • <b>all in charge may read it</b>: a second helper, the registry, those who handle it formally.
    • <b>it may go to another office</b>: with your words, if it belongs there; without this you are asked first.

    Press to choose, press again to undo. You can change it at any time under /mydata.
    Personal Information Protection Law, Article 29, in force since 1 November 2021.
button-file-so = 📮 File it like this
panel-handler-only = 🔏 The owner lets only the handler read the story and the answers.
refused-passing-on-not-agreed = This is sensitive, and the owner of { $number } has not agreed to passing it on. They have been asked.
notice-passing-on-asked =
    🔏 Your matter ({ $number }) may belong to another office. It goes there, with your words, only if you agree.
    If so, press below and then “Agree: it may go to another office”. If not, it goes on here.

## Files

original-ask =
    🖼 An original picture may say where and when it was taken. <b>It has not been passed on</b> ({ $number }).
    Sent as a photo it says nothing of that, and is clear enough.
original-in-draft = 🖼 An original picture may say where and when it was taken. It is in your draft for now; a photo is safer.
original-sent = Passed on as it is.
original-photo = Good, this one is left out. Please send it again and choose “Photo”, not “File”.
button-original-send = 📎 Send it as it is
button-original-photo = 🖼 Send a photo instead
file-program =
    ⛔ A file came that can run; it was not passed on to you: <b>{ $file }</b> (about { $count } KB)
    { $text }
    Do not open programs that you do not know. If you must, use a computer without internal papers.
file-archive =
    📦 An archive came; it was not passed on to you: <b>{ $file }</b> (about { $count } KB)
    { $text }
    Nobody knows what is inside, perhaps programs. You can ask for the files one by one.
file-macro = ⚠️ Such a file may hold macros: when you open it, do not press “Enable content”.
button-take-file = I know, give it to me
