### The same matter again: one's own, other people's, and several people together.

## Before filing: what they have told before

alike-found =
    📎 Something you told before looks like the same matter:

    { $lines_html }

    If it is the same, you can simply add to it and need not start again; you may also raise it formally once more. If it is something new, file it.
    <b>Nothing is filed yet</b>; you decide.
alike-line = • <b>{ $number }</b> · { $category } · { $state } (filed { $filed })
alike-reopens = One that is closed opens again when you add to it, and work goes on.
alike-answer = { $label }: { $answer }
alike-added = ➕ All of it is now in { $number }; nothing new was filed. Whoever handles it will see it.
button-file-again = 🔁 Same as { $number }: raise it again
button-file-new = ✅ It is something new, file it
button-read-again = ⬅️ Not yet, let me read it again
refused-same-case = Both are the same number; there is nothing to link.

## Raised together

notice-joint-signed = 🤝 Another colleague has signed your matter ({ $number }); { $count ->
        [one] 1 person has
       *[other] { $count } people have
    } signed now.
refused-statement-length = Please write a sentence or two, 1 to { $limit } characters.
refused-joint-is-over = { $number } has ended or was withdrawn; it cannot be signed now.
refused-join-code-unknown = There is no such code. Please check it with the colleague who gave it to you.
refused-joint-own = This is your own matter; you count already and need not sign.
refused-joint-handles = You handle this matter, so you cannot sign it. If you have the same trouble, file it yourself.
refused-five-representatives = At most { $limit } people come in person for all, and there are { $limit } (Petition Regulations, since 1 May 2022, Art. 20(3)). Your signature counts; a representative can speak for you.

## Others have raised it too

button-likely = 🔍 Likely the same matter
button-likely-yes = ✅ { $number } is the same
button-likely-no = ✖️ { $number } is not
likely-list =
    🔍 Raised by others within a year, and likely the same matter as { $number }:

    { $lines_html }

    Only number, alias, category and state are shown here. Whether it is the same is for you to say; you can change it later.
likely-line = • <b>{ $number }</b> · { $alias } · { $category } · { $state }
likely-line-confirmed = • ✅ <b>{ $number }</b> · { $alias } · { $category } · { $state } (looked at: the same)
likely-none = 🔍 Nothing that others raised within a year looks like { $number }.
likely-noted = Noted.
panel-repeat-of = 🔁 The owner says that it is the same matter as { $number } ({ $state })
panel-likely = 🔍 Looked at: the same matter as { $number } ({ $alias }, { $state }), raised by somebody else
panel-joint = 🔗 Linked with { $number } ({ $state }): a co-signer says that their own case is this matter
command-join = Sign together, with a code
button-joint = 🤝 Raise it with colleagues
joint-ask =
    🤝 <b>Raise it together</b> ({ $number })
    Colleagues with the same trouble can sign your matter, each counted once. They see only its number, category, how far it is and what you write below; not your name, and nothing that you and the mediator say.

    Please write a sentence or two that all can agree with: what it is about and what should be done (at most { $limit } characters).
joint-read-back =
    This is what people will sign:
    <blockquote>{ $text }</blockquote>
    Once somebody has signed, it cannot be changed. To change it now, send it again.
button-joint-open = ✅ That is it, give me a code
joint-page =
    🤝 <b>{ $number }</b>, raised together
    <blockquote>{ $text }</blockquote>
    Code: <code>{ $code }</code>
    Link: { $link }

    Signed by colleagues, you not counted: <b>{ $count }</b>. Representatives for a visit: { $representatives }, at most { $limit }.
    Just pass on the code or the link. You see how many have signed, not who.
see-joint = 🤝 Signed by colleagues, you not counted: { $count }; representatives for a visit: { $representatives }
see-repeat = 🔁 The same matter as { $number } ({ $state })
panel-cosigned =
    🤝 Raised together: { $count } signed, the owner not counted; representatives for a visit: { $representatives }
    <blockquote>{ $text }</blockquote>
join-how = 🤝 Please send the code that your colleague gave you, like this: <code>K7QF2-MRD3X</code>
join-page =
    🤝 A colleague asks you to raise this together. <b>You have not signed yet.</b>
    Number: { $number }
    Category: { $category }
    Now: { $state }
    <blockquote>{ $text }</blockquote>
    Signed so far: { $count }. One press and you count too; the one who raised it and those who handle it see how many, not who. You can take it back at any time.
button-sign = ✍️ Me too, I sign
join-done = Signed. Thank you.
signed-page =
    🤝 A matter that you signed: <b>{ $number }</b>
    Category: { $category }
    Now: { $state }
    <blockquote>{ $text }</blockquote>
    Signed by { $count } in all. Representatives for a visit: { $representatives }, at most { $limit }.
    What the mediator and the owner say is not shown here. Send /cases to see how it goes.
signed-row = 🤝 { $number } · { $category } · { $state }
button-stand = 🙋 I will come as a representative
button-stand-not = 🙅 I will not come after all
stands-now = Good, you count as a representative.
stands-not = Good, you are no representative any more.
button-unsign = ↩️ Take my signature back
unsigned = ↩️ Your signature on { $number } is gone and you are not counted. If you change your mind, one press is enough.
join-own = You have raised something much alike yourself. If it is the same, you can link the two, so that those who handle them know; work goes on in both.
button-link-own = 🔗 My { $number } is this matter
join-own-done = 🔗 { $number } is linked.
