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
