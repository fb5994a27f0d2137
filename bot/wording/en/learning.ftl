### Questions without an answer: from the list to the answer.

button-learn-list = 📮 Unanswered questions
button-learn-before = ◀️ Page before
button-learn-after = Next page ▶️
button-learn-back = ⬅️ Back to the list
button-learn-write = ✍️ Write the answer
button-learn-anew = 🔄 Again from the title
button-learn-dismiss = Not a question of law
button-learn-approve = ✅ Approve
button-learn-send-back = ↩️ Send back
button-learn-no-law = Skip: a company document
button-learn-half-year = Half a year
button-learn-year = One year
button-learn-submit = 📤 Submit it

learn-list =
    📮 <b>Unanswered questions</b>: { $count } waiting.
    What is asked most comes first. Nobody who asked is named here. Press one to open it.
learn-none = 📮 No question is waiting; all are answered.
learn-row = ❓ { $excerpt } · ×{ $count }
learn-row-back = ↩️ sent back · { $excerpt } · ×{ $count }
learn-row-answered = 🔎 to approve · { $excerpt } · ×{ $count }
learn-question =
    ❓ <b>{ $category }</b>
    <blockquote>{ $text }</blockquote>
    Asked { $count ->
        [one] once
       *[other] { $count } times
    }, first on { $since }. { $what }
learn-no-category = No category yet
learn-why-nothing = No source was found.
learn-why-wrong = Somebody said that the answer was wrong.
learn-draft =
    📄 <b>{ $title }</b>
    <blockquote>{ $answer }</blockquote>
    Source: { $source }
    Good for { $days ->
        [one] 1 more day
       *[other] { $days } more days
    }, then it must be checked again.
learn-written-by = ✍️ Written by { $name }.
learn-own = 🔎 Waiting for a colleague. What you wrote yourself, somebody else approves.
learn-sent-back =
    ↩️ It was sent back, because:
    <blockquote>{ $reason }</blockquote>
learn-taken = ✍️ { $name } is writing.

## Writing the answer

learn-title-ask = First a title, in the words in which people ask, at most { $limit } characters.
learn-answer-ask =
    Now the answer, at most { $limit } characters. Say first how it is, then what to do.
    Name no persons; every article and telephone number must be one that I can look up.
learn-basis-ask = Which articles does it come from? For example “劳动法 44；劳动合同法 31”. If it comes from a company document, press “Skip”.
learn-document-ask = Which company document? Its name will do.
learn-until-ask = When must this answer be checked again?
learn-read-back =
    Please read it once more; it has <b>not been submitted</b>:

    { $text_html }
learn-submitted = 📤 “{ $title }” is submitted. People see it once a colleague has read and approved it.

## A colleague reads it

learn-approved = ✅ “{ $title }” is approved; whoever asks this from now on will see it. Those who wished to know are being told.
learn-send-back-why = What should be changed? One sentence for whoever wrote it.
learn-sent-back-done = ↩️ Sent back; the draft and your words are kept.
learn-dismiss-why = Why is it not a question of law? One sentence; only staff see it.
learn-dismissed = All right, it is off the list. If it is asked again, it will not come back.

## When it cannot be done

refused-not-for-you = This is for policy officers, lawyers and supervisors on the roster.
refused-question-gone = This question is not on the list any more.
refused-question-moved = A colleague was quicker and this question has changed. Go back to the list and open it again.
refused-taken-already = { $name } is writing about this one. If it takes longer than an hour, somebody else can go on.
refused-own-answer = Your own answer has to be approved by a colleague.
refused-answer-length = Both title and answer are needed; the answer has at most { $limit } characters.
refused-telephone-not-checked = “{ $number }” looks like a telephone number that nobody has checked. Please use another one or none. If it counts something, write its unit behind it.
refused-basis-missing = Please name the articles, or the company document.
refused-basis-too-long = At most { $count } articles; the name of a document has at most { $limit } characters.
refused-basis-not-stored = The library has no “{ $number }” that is in force. Please check law and number and send it again.
refused-number-not-in-basis = The answer names “{ $number }”, which is not among its sources. Add it and send the sources again, or begin with the title.
refused-until-wrong = The time until the next check is over or too long. Please choose half a year or one year again.

## Telling those who wished to know

notice-question-answered =
    💡 There is an answer now to what you asked:
    <b>{ $title }</b>
    <blockquote>{ $answer }</blockquote>
    Source: { $source }
    Two colleagues looked at it on { $since }. Now that you have been told, nothing here says any longer that you wished to know.
