### 保密反映：只有纪检看得到。说话要短、要稳，先护住人，不问责、不催促。

door-report = 🔏 想保密地反映一件事
command-report = 保密反映某个人的问题，只有纪检看
sealed-door =
    🔏 <b>保密反映</b>

    <b>谁能看到</b>：只有纪检的同事，每看一次都留痕。被反映的人、他的单位、调解员、主管和管理员都看不到，别处也不留“有过这件事”的痕迹。
    <b>要不要留名</b>：您定。不写名字也收。您的聊天账号不会记在里面。
    <b>怎么知道进展</b>：交上去以后给您一个取件码，凭它回来看答复、再补充，换个手机也行。
    <b>不许报复</b>：打击报复反映问题的人，本身就要受处分（公职人员政务处分法第三十二条，2020年7月1日起施行）。

    消息经 Telegram 传送，它也存着一份。国家秘密请不要写在这里。也可以直接打 12388。
sealed-not-set-up =
    🔏 保密渠道在这里<b>还没有开通</b>，请先别把这样的事写在这儿。
    可以直接打 12388（纪检监察举报热线），或者到纪检部门当面说：请他们找个安静的房间，您可以要求不留名。
button-report-tell = ✍️ 现在说
button-report-code = 🔑 我有取件码
sealed-lane-first = 现在有人正陪着您说话，您写的都会到那边。等您按了“我现在安全了”，再来说这件事，它不会跑。
sealed-telling =
    ✍️ 请用自己的话说：什么时候、什么事、您是怎么知道的。可以分好多条发，照片、文件、语音都行。

    现在还没有交上去，谁也看不到。
sealed-heard =
    收到，一共 { $count } 条，都锁在保密的地方。还有就接着发；写错了，直接改那条消息。
    <b>还没有交上去。</b>
sealed-too-many = 一次最多 { $limit } 条。剩下的交上去以后，凭取件码还能补充。
sealed-edited = 改好了。
sealed-about =
    👤 说的是谁？写一个名字，这样如果 TA 或同名的人正好在纪检，就看不到这一件。
    不想写就按“跳过”。
sealed-which = 是下面哪一位？都不是，就按您写的算。
button-report-as-typed = 都不是，按我写的
sealed-read-back =
    🔏 <b>请您读一遍</b>。还没有交上去。

    <blockquote expandable>{ $text }</blockquote>
    附件：{ $files } 个
    说的是：{ $people }

    按下“交上去”，就只有纪检能看到。
button-report-file = 🔏 交上去
button-report-ask-on = ⬜ 一个月、三个月后问问我好不好
button-report-ask-off = ☑️ 一个月、三个月后问问我好不好
button-report-more = ✏️ 再说几句
sealed-filed =
    🔏 <b>交上去了</b>。取件码：
    <code>{ $code }</code>

    <b>只显示这一次</b>，请抄在纸上，别存在单位的电脑里。忘了谁也找不回来。
    想看答复、再补充：发 /report，按“我有取件码”。除了您同意的问候，我不会主动找您。

    接下来：纪检的同事会看，在这里写答复。抄好了码，请把上面的话从聊天里删掉。
    有人因为这个为难您，请马上凭码告诉纪检，也可以打 12388。
sealed-nobody-reads = ⚠️ 现在能看的人，您这件里都提到了，所以还没有人能看。东西都锁着；请同时打 12388，或者到上一级纪检部门当面说。
sealed-dropped = 好，删掉了，没有人看过。聊天里的原话还在您手机上，要删请长按删除。
sealed-which-code =
    🔑 请发取件码，16 位数字。看完我会把那条消息删掉。
sealed-wrong-code = 这个码对不上，请核对一下再发。
sealed-so-far =
    🔏 现在：<b>{ $state }</b>

    { $lines_html }

    想补充、想回答，直接写在下面就行。说完按“回到菜单”。
sealed-line-reporter = ▫️ { $day } 您写的：{ $text }
sealed-line-office = 🔹 { $day } 纪检：{ $text }
sealed-line-told = ▫️ { $day } 反映：{ $text }
sealed-a-file = （附件）
sealed-received = 收到
sealed-read = 已经看了
sealed-at-work = 在办
sealed-answered = 有答复
sealed-closed = 已了结
sealed-added = 加进去了，只有纪检看得到。
sealed-trouble = 对不起，刚才这一步没有成功，请再试一次。
sealed-news = 🔏 有新的保密事项，请看 /sealed
sealed-list = 🔏 您能看的一共 { $count } 件。每看一次都留痕，请在没有旁人的地方看。
sealed-list-empty = 🔏 现在没有您要看的。每天的提醒有时只是例行。
sealed-what-next = 🔏 { $id }：附件请先查毒再打开。接下来？
sealed-file-gone = （这个附件打不开了）
sealed-marked = 记下了：{ $state }。
button-sealed-answer = ✍️ 答复或提问
button-sealed-received = 收到
button-sealed-at-work = 在办
button-sealed-answered = 有答复
button-sealed-close = ✅ 了结（写理由）
button-sealed-list = 🔏 看全部
sealed-answer-what = ✍️ 请写给反映的人：查到了什么、接下来怎么办，或者还想问什么。请别写能认出 TA 的话。TA 凭取件码看得到。
sealed-answer-done = 写进去了，对方凭取件码看得到。
sealed-close-why = ✅ 请写了结的理由，对方凭取件码看得到。
sealed-close-done = 已了结，理由写进去了。对方再补充，它会重新打开。
sealed-how-is-it = 👋 您好。之前说好过些日子问您一声：最近工作上，有没有什么不好的变化？
button-changed-no = 没有，都好
button-changed-yes = 有，想说说
button-changed-stop = 以后不用问了
sealed-thanks = 那就好。有变化随时来说。
sealed-what-changed = 请说说有什么变化：什么时候、谁、做了什么。只有纪检看得到，他们会管。
sealed-asked-no-more = 好，不再问了。需要的时候，发 /report。
sealed-part-same = 【回访】没有不好的变化。
sealed-part-worse = 【回访】有不好的变化，正在说。请尽快看。
sealed-moved =
    🔏 您之前说的一件事，转到更稳妥的保密地方去了：只有专门的同事看得到，原来那边已经删干净。
    取件码：
    <code>{ $code }</code>
    <b>只显示这一次</b>，请抄下来。想看答复、再补充：发 /report，按“我有取件码”。抄好以后，请把这条消息删掉。
sealed-from-case = 【原来登记的一件】登记日：{ $day }；类别：{ $category }；署名：{ $name }
sealed-from-staff = 【办理的人】
sealed-from-notes = 【内部备注】

## 谁来看：加人、改动要在任的一位点头

sealed-wish =
    🔏 <b>纪检名单上有一个登记，等您点头</b>

    { $name }（Telegram 编号 <code>{ $user }</code>），看到 { $last }{ $fallback ->
        [yes] ，备用：别人都要回避时才看
       *[no] { "" }
    }。
    点之前，请当面和 TA 对一下编号，发 /whoami 就看得到。到 { $until } 没人点头，就不改。
sealed-wish-before = 现在的登记：{ $name }，看到 { $last }{ $fallback ->
        [yes] ，备用
       *[no] { "" }
    }。
button-officer-yes = ✅ 同意
button-officer-no = ✋ 不同意
sealed-wish-agreed = 好，登记上了。在任的各位都会收到一句话，说名单有变动。
sealed-wish-declined = 好，名单不变。
sealed-roster-changed = 🔏 保密渠道的值守名单刚有变动。要是您没听说过，请当面问一声纪检的负责人。
refused-wish-is-over = 这个登记已经有人答过、改过，或者过期了，不用再按。多谢您。
refused-officer-alone = 只有这一位在任，自己的事不能自己点头；先加另一位

## 从普通登记转过来

intake-sealed-offer =
    🔏 这像是反映某个人的事，走保密渠道更稳妥：只有纪检看得到，调解员和群里都看不到，凭取件码看答复。

    您来定。转过去的话，刚才说的都带过去，这边删掉。
button-seal-it = 🔏 走保密渠道
button-stay-here = 就在这里登记
seal-sure =
    🔏 把 { $number } 转到保密渠道？

    转过去以后，只有纪检看得到。这边的案卷、对话、期限都会删掉，群里的卡片收起来；取件码单独发给当事人。转了就转不回来。
button-seal-yes = 🔏 转过去
seal-done = 🔏 转过去了，这边不再有这件事。取件码已经单独发给当事人。
