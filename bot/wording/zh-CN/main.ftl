### 信桥的全部文字（中文）。一条一行或缩进多行；尖括号里的是 Telegram 的格式；{ $x } 会换成事实。
### 说话像一位可靠的同事：短、暖、不打官腔、不责怪人。

language-name = 中文
language-question = 您想用哪种语言？Which language?
anonymous = 匿名
staff = { $name }（{ $duty }）
somebody = 一位同事
not-said = 没说
said-in-story = 经过里说了

## 第一屏和四扇门

welcome =
    👋 您好，我是<b>信桥</b>。工作上、生活上有难处，都可以在这里说。

    <b>谁能看到</b>：接您案件的那一位（或两位）调解员。群里只看得到类别和等了多久，看不到名字和内容。
    <b>留多久</b>：没登记的草稿，您随时能删；登记了的存在公司的案卷库里。要看、要带走、要改、要删，发 /mydata。
    <b>走哪条路</b>：消息经 Telegram 传送，它也存着一份。国家秘密、公司机密请不要写在这里。

    问一问、查一查<b>不算登记</b>。只有您读过一遍、按下“登记”，才算正式提出来。

    您想做什么？
menu = 您想做什么？
door-tell = 📝 我有事要说
door-law = 📖 查法规、问政策
door-cases = 📂 我的事办到哪了
door-human = 🙋 现在就找个人
door-desk = 🗂 我的工作台
button-menu = ⬅️ 回到菜单
button-privacy = 🔒 谁看得到
button-language = 🌐 中文 / EN
button-leave-it = 先不写了
left-it = 好，先放着。
help =
    <b>能做的事</b>
    /tell 说说您的事，一步步来，最后才登记
    /law 查法规，比如发“民法典1254”
    /calc 算一算：加班费、补偿金、年假、工伤期限、退休
    /today 今天的一条法，/quiz 猜一猜
    /cases 看您的事办到哪一步
    /human 现在就找一位调解员
    /report 保密反映某个人的事，只有纪检看得到
    /follow 凭编号和回执码，换个账号接着办
    /join 用同事给的联名码，一起提
    /subscribe 收普法消息，/unsubscribe 退订
    /care 请人定期联系您，随时能停
    /mydata 您的数据：看、带走、改、删
    /privacy 谁看得到、留多久
    /menu 回到菜单

    写到一半被打断也没关系，草稿会留着。
privacy =
    <b>您写的话，谁看得到</b>
    • 草稿：只有您。没登记，就没有人会看。
    • 登记以后：接手的调解员，有人来协助的话，还有那一位，来了就告诉您。
    • 调解员的群：只有编号、类别、等了多久、想找哪类人。
    • 主管：能看到有没有人接、拖没拖；您打低分时，能看到结果和您补充的话。看不到您的名字和经过。
    • 办别的案件的调解员：要是像同一件事，看得到编号、代号、类别和办到哪一步，看不到名字和经过。
    • 一起提的：联名的同事看得到编号、类别、办到哪一步和大家签的那几句；谁签的，只看得到有几位。
    • 查法规时的问话：只留在您自己的对话里；按了“交给政策专员”，才不带名字交出去。
    • Telegram：消息经它的服务器传送。特别敏感的事，可以只写“请联系我”，当面再说。

    <b>匿名</b>：调解员只看到一个代号，每件事另起一个。要看真实姓名，得写明理由，另一位同事同意；看了会告诉您。
    <b>留多久</b>：草稿随时可删；办结的事最多留三年，每样留多久、要看要改要删，发 /mydata；编号和回执码请自己收好。
    <b>不会做的事</b>：不给人打分，不列名单，不拿您写的话做考核。

    依据：个人信息保护法第十七条，2021年11月1日起施行。
whoami =
    您的编号：<code>{ $user }</code>
    这个聊天的编号：<code>{ $chat }</code>
    名册上的身份：{ $duty }
whoami-group = 这个群的编号：<code>{ $chat }</code>
subscribed = 好，以后有普法消息会发给您。不想收了，发 /unsubscribe。
unsubscribed = 已经退订，不会再发普法消息给您。
unknown-command = 这个命令我还不会。下面这些可以：
sorry = 对不起，刚才那一步我这边出了差错，您的话没有丢。请再试一次；还不行，把这个编号告诉管理员：<code>{ $reference }</code>
sorry-alert = 对不起，刚才出了差错，请再按一次。还不行，请把编号 { $reference } 告诉管理员。
button-unknown = 这个按钮已经用不了了。发 /menu 重新开始，您的内容都还在。
window-over = 这一页已经过时了。没登记的草稿还在，发 /tell 接着说；登记过的，发 /cases 看。
press-a-button = 这一步请按按钮选。想换件事做，发 /menu。
unfit-kind = 这种消息我转不了（贴纸、名片、位置、投票都不行）。请用文字、照片、文件或语音说。
unfit-size = 这个文件太大了，最多 { $limit } MB。可以压缩一下，或者拍几张照片发来。
start-first = 请先私聊我发一次 /start，我才能给您发消息。
reason-length = 请用文字写，1 到 { $limit } 个字。

## 随手发来的话

what-to-do-with-it = 收到。这句话还<b>没有登记</b>，也没有发给任何人。您想怎么办？
button-begin-with-it = 📝 从这句话开始说
button-look-up = 📖 拿它查法规
button-add-to = ➕ 补充到 { $number }
that-is-a-number = 这像是一个案件编号。自己的案件在这里看；要凭回执码接着办，发 /follow。
added = 已经补充到 { $number }。

## 说事

intake-half-told =
    上次您说到一半（{ $count } 条），都还在：
    <blockquote>{ $excerpt }</blockquote>
    接着说，还是重新来？还没有登记。
intake-telling =
    📝 用您自己的话说，怎么顺怎么来。可以分好多条发，照片、文件、语音都行。

    现在只是草稿，<b>没有登记</b>，也没人看得到。请别写国家秘密和公司机密。
intake-telling-more =
    收到，一共 { $count } 条。还有就接着发；写错了，直接改那条消息就行。
    说完了按下面。<b>还没有登记。</b>
intake-too-many = 一份诉求最多 { $limit } 条。剩下的登记之后还能补充。
intake-ask-when = 🕐 大概是什么时候的事？一直到现在吗？
intake-ask-where = 📍 在哪里发生的？单位、班组、地点，知道多少写多少。
intake-ask-who = 👥 牵涉到谁、哪个部门？不方便说名字，写岗位也行。
intake-ask-wish = 🎯 您希望怎么解决？
intake-ask-tried = 🚪 之前找过谁、走过什么路？结果怎么样？
intake-category = 🏷 我猜是这几类，您来定（最多三类，先选的为主）：
intake-category-all = 🏷 全部类别都在这里，您来定（最多三类，先选的为主）：
intake-three-at-most = 最多选三类。先去掉一个再选。
intake-helper = 🤝 您想让哪类人来帮您？不强求，都会有人接。
intake-naming =
    🙈 <b>匿名还是留名？</b>
    匿名：接手的人只看到一个代号；会给您一个回执码，凭它才能换账号接着办。
    留名：名字只给接手的人看。
intake-name = 请写您的名字，只有接手的人看得到。
intake-later = 好，草稿替您留着。什么时候想接着说，发 /tell。
intake-throw-away = 这份草稿删掉就找不回来了。确定吗？
intake-thrown-away = 草稿已经删了。聊天里的原话还在您手机上，要删请长按删除。
intake-gone = 这份草稿已经登记或者删掉了。发 /menu 看看。
read-back =
    📄 <b>请您读一遍</b>。还没有登记，哪里不对按哪里改。

    { $lines_html }

    按下“登记”才算正式提出来，之后会给您编号和回执。
read-back-story =
    <b>经过</b>{ $files ->
        [0] {""}
       *[other] （附件 { $files } 个）
    }
    <blockquote expandable>{ $text }</blockquote>
read-back-line = <b>{ $label }</b>：{ $answer }
account-story = 经过
account-when = 时间
account-where = 地点
account-who = 牵涉到谁
account-wish = 希望的结果
account-tried = 找过谁
account-category = 类别
account-helper = 想找
account-naming = 署名
button-told = ✅ 说完了
button-later = ⏸ 先放着
button-throw-away = 🗑 不要了
button-throw-away-yes = 🗑 删掉
button-go-on = ▶️ 接着来
button-start-anew = 🔄 重新说
button-skip = 跳过
button-all-categories = 都不太像，看全部
button-these-it-is = ✅ 就这些
button-anonymous = 🙈 匿名
button-named = ✍️ 留名字
button-edit = ✏️ { $what }
button-file = ✅ 登记
filed = 好了，登记上了。编号在回执里，请收好。
wish-lawyer = 律师
wish-counsellor = 心理咨询师
wish-union = 工会
wish-policy = 政策专员
wish-none = 都可以

## 找个人

human =
    🙋 我会马上叫一位调解员来，在这里跟您说话。
    按下去就会登记一件“请求联系”的事（匿名）。您也可以先写两句，也可以什么都不写。

    如果有人正有生命危险，请直接打 110（报警）或 120（急救）。
button-call-now = 🙋 现在就叫人
human-called = 已经在叫人了（编号 { $number }）。等的时候想说什么，直接写在这里，接手的人会看到。
human-story = 我想找个人说话。

## 回执和进展

notice-receipt-anonymous =
    ✅ <b>已登记</b>
    编号：<code>{ $number }</code>
    时间：{ $filed_at }
    类别：{ $category }
    回执码：<code>{ $code }</code>

    回执码<b>只显示这一次</b>，请抄下来或截图收好。换了账号，凭编号和回执码发 /follow 接着办。

    接下来：调解员群里已经看到这件事，有人接手马上告诉您。在这儿登记，不耽误您去仲裁、起诉或找别的部门；仲裁一般要在一年内申请（劳动争议调解仲裁法第二十七条，2008年5月1日起施行）。
notice-receipt-named =
    ✅ <b>已登记</b>
    编号：<code>{ $number }</code>
    时间：{ $filed_at }
    类别：{ $category }

    接下来：调解员群里已经看到这件事，有人接手马上告诉您。在这儿登记，不耽误您去仲裁、起诉或找别的部门；仲裁一般要在一年内申请（劳动争议调解仲裁法第二十七条，2008年5月1日起施行）。
notice-claimed =
    🤝 <b>{ $handler }</b>接手了您的事（{ $number }）。
    现在起，您在这里写的话会直接转给 TA，TA 看到的是代号 { $alias }。
notice-joined = 👥 <b>{ $second }</b>也来帮忙了（{ $number }），同样看得到您写的话。
notice-given-back = 🔄 您的事（{ $number }）要换一位调解员，正在重新找人。您说过的都在，不用再说一遍。
notice-given-back-staff = 🔄 { $number } 已退回重新找人，您这边不用再管了。
notice-result =
    📋 您的事（{ $number }）有结果了，{ $handler }这样写：
    <blockquote>{ $result }</blockquote>
    您觉得办得怎么样？按一下就行，只有主管看得到几颗星。
notice-rated =
    { $rating ->
        [1] 谢谢您实话实说，已经请主管重新看。想补充几句也可以，只有主管看得到。
        [2] 谢谢您实话实说，已经请主管重新看。想补充几句也可以，只有主管看得到。
       *[other] 谢谢您。想补充几句也可以；要是其实还没解决，随时按“还没解决”。
    }
notice-closed-by-supervisor =
    您的事（{ $number }）由主管办结了，理由是：
    <blockquote>{ $reason }</blockquote>
    不认可的话，按“还没解决”。
notice-moved-away = 案件 { $number } 已经凭编号和回执码转到另一个账号，这里不再显示。如果不是您本人，请马上发 /human 找人。
notice-sorry = 对不起，刚才有一步我这边没做成，您的话没有丢。请再试一次；还不行，把这个编号告诉管理员：<code>{ $reference }</code>
notice-not-delivered =
    ⚠️ 您在 { $number } 里的这条没能送到：
    <blockquote>{ $excerpt }…</blockquote>
    对方暂时收不到消息。内容都存着，没有丢。

## 我的案件

cases = 📂 您的案件，按一下看进展：
cases-none = 您还没有登记过案件。有回执码的话，可以接着办。
cases-row = { $number } · { $category } · { $state }
button-follow = 🔑 凭回执码接着办
button-see-case = 📂 看进展
button-talk = 💬 跟 TA 说话
button-add = ➕ 补充内容
button-withdraw = ↩️ 撤回这件事
button-withdraw-yes = 是，撤回
button-keep-it = 不，先留着
button-not-solved = 🙁 还没解决
button-rating-words = ✍️ 补充几句
button-stop-talking = ⏹ 先说到这
see-head =
    📂 <b>{ $number }</b>
    类别：{ $category }
    登记：{ $filed }
    现在：<b>{ $state }</b>
see-next-submitted = 接下来：等一位调解员接手。没人接的话，系统会提醒大家，再不接就找主管。
see-next-claimed = 负责：{ $handler }。接下来：TA 会了解情况、跟您商量，再写下结果。
see-next-resolved = 结果由 { $handler }写好了。接下来：请您打个分，或者告诉我们还没解决。
see-next-closed = 已经办结。又有新情况，按“还没解决”。
see-next-reopened = 按您说的重新打开了，负责：{ $handler }。
see-next-second-look = 您不满意，主管正在重新看这件事。负责：{ $handler }。
see-next-withdrawn = 您已经撤回。需要时可以重新提。
see-result =
    <b>结果</b>
    <blockquote>{ $result }</blockquote>
talk-now = 💬 现在您写的话会转给 { $handler }（{ $number }）。说完按下面，或者发 /menu。
add-now = ➕ 接着写就行，会补充到 { $number }，接手的人一来就看得到。
added-unclaimed = 已补充到 { $number }。还没有人接手，接手的人会看到。
passed-on = 已转给 TA（{ $number }）。之后直接写就行。
conversation-over = 这件事现在不能接着说了。发 /cases 看看。
withdraw-sure = 真的要撤回 { $number } 吗？撤回后不再办理。要是有人逼您撤，请按“不，先留着”，再发 /human 找人。
withdraw-done = { $number } 已经撤回。以后需要，随时可以重新提。
not-solved-why = 哪里还没解决？写几句，会告诉接手的人。
not-solved-done = 已经重新打开 { $number }，会接着办。
rating-words-what = 想说什么就写，只有主管看得到。
rating-words-done = 记下了，谢谢您。
follow-how =
    请在一条消息里写编号和回执码，比如：
    <code>K7QF-2MRD 1234 5678 9012 3456</code>
    看完我会把那条消息删掉。
follow-done = 对上了。{ $number } 现在归这个账号了。
follow-delete-yourself = 我删不掉您刚才那条消息，请自己删一下，里面有回执码。
edit-draft = 草稿里也改好了。
edit-public = 改过的内容已经同步给对方。
edit-internal = 备注已经改好。

## 群里的卡片

card-head =
    📌 <b>{ $number }</b> · { $category }
    登记 { $filed } · 想找：{ $wish }
card-put-away = 📌 这张卡片收起来了。
card-waiting =
    ⏳ 待接手，已等{ $hours ->
        [0] 不到 1 小时
       *[other] { $hours } 小时
    }
card-late = ❗️ 已经提醒过，请尽快接手
card-refusals = 有 { $count } 人接不了
card-submitted = ⏳ 待接手
card-claimed = 🤝 { $handler }在办
card-resolved = 📋 { $handler }已写结果，等当事人回应
card-closed = ✅ 已办结（{ $handler }）
card-reopened = 🔄 当事人说还没解决（{ $handler }）
card-second-look = 🔎 主管在重新看（{ $handler }）
card-withdrawn = ↩️ 当事人已撤回
card-second = 👥 协助：{ $second }
card-second-wanted = 🙏 需要再来一位协助
card-unreachable = 🔕 当事人暂时联系不上
button-claim = 🤝 我来接
button-refuse = 接不了
button-join = 👥 我来协助
claim-own = 这是您自己提的事，由别的同事来接，您在和我的私聊里看进展就行。
claim-yours = 归您了。请到和我的私聊里看案卷。
claim-too-late = 慢了一步，{ $handler }已经接了。
join-yours = 谢谢，案卷已发到您的私聊。
notice-refuse-why = { $number }：为什么接不了？写一句，只有内部看得到。
refuse-go-private = 请到和我的私聊里写一句原因。还没聊过的话，先发一次 /start。
refuse-done = 记下了，{ $number } 留给别人。
notice-unclaimed =
    ⏰ { $number } 还没有人接手，已等{ $hours ->
        [0] 不到 1 小时
       *[other] { $hours } 小时
    }。哪位方便看一下？
notice-unclaimed-supervisor =
    ⏰ { $number }（{ $category }）提醒之后仍没有人接手，已等{ $hours ->
        [0] 不到 1 小时
       *[other] { $hours } 小时
    }，请您安排。

## 工作台

desk-staff-only = 工作台只给名册上的调解员用。您要是调解员，请把 /whoami 里的编号发给管理员。
desk =
    🗂 <b>工作台</b>
    在办 { $mine } 件 · 待接手 { $waiting } 件 · 重新看 { $second } 件
    按一下切换到那件。
desk-row = { $mark } { $number } · { $alias } · { $category } · { $state } · { $days }天
panel-head =
    🗂 <b>{ $number }</b> · 当事人 <b>{ $who }</b>
    { $category } · { $state } · { $filed } 登记
panel-line = <b>{ $label }</b>：{ $answer }
panel-result =
    <b>已写结果</b>
    <blockquote>{ $result }</blockquote>
panel-unreachable = 🔕 当事人暂时收不到消息
panel-current = 📌 <b>当前案件</b>。您写的先记为内部备注，按“转给当事人”才会发出去。
panel-not-current = 这不是您的当前案件，按“切到这件”再写。
button-open-case = 📌 切到这件
button-result = 📋 写结果
button-give-back = 退回
button-hand-over = 转给同事
button-ask-second = 请人协助
button-story = 📜 全部经过
button-desk = 🗂 工作台
button-relay = 📤 转给当事人
button-take-over = 🤝 我接
button-decline = 不接
button-send-result = 📤 发给当事人
button-close-with-reason = 办结（写理由）
noted = 📝 记为内部备注（{ $number }），只有办案的人看得到。
relayed = 📤 已转给当事人。
relayed-already = 之前已经转过了。
say-how = 先在工作台切到一件案子，再发 /say 加要说的话，会直接转给当事人。
story =
    📜 <b>{ $number }</b>
    { $text_html }
story-public = <b>{ $who }</b>：{ $text }
story-internal = 🔒 <i>{ $who }（内部）：{ $text }</i>
story-privileged = 🔐 <i>{ $who }（调解）：{ $text }</i>
story-staff = 调解员
kind-photo = （照片）
kind-document = （文件）
kind-voice = （语音）
kind-video = （视频）
kind-audio = （音频）
kind-animation = （动图）
kind-video-note = （视频留言）
result-what = 📋 { $number }：谈成了什么、定了什么？写给当事人看，说清谁在什么时候做什么。
result-read-back =
    请读一遍，还没有发出去（{ $number }）：
    <blockquote>{ $text }</blockquote>
result-done = 已发给当事人，等 TA 回应（{ $number }）。
give-back-why = { $number }：为什么退回？写一句，当事人看不到原因。
give-back-done = 已退回，{ $number } 重新等人接手。
decline-why = { $number }：为什么不接？写一句给同事。
decline-done = 已经告诉同事。
close-why = { $number }：办结的理由？会发给当事人。
close-done = { $number } 已办结，理由已发给当事人。
hand-over-whom = { $number } 想转给谁？对方答应之前，还是您负责。
hand-over-nobody = 现在没有别的同事可以接。
hand-over-why = 给 { $name } 写一句：为什么请 TA 接。
hand-over-asked = 已问 { $name }，答应之前还是您负责。
ask-second-done = 群里的卡片已经在找人协助。
take-over-done = 现在归您了，案卷马上发来。
notice-second-joined = 👥 { $second }来协助 { $number } 了。
notice-offered =
    🙋 { $handler }想请您接 { $number }（{ $category }）：
    <blockquote>{ $reason }</blockquote>
notice-taken-over = 🤝 { $handler }接走了 { $number }。谢谢您之前的工作。
notice-declined =
    { $handler }接不了 { $number }，还是您负责：
    <blockquote>{ $reason }</blockquote>
notice-closed-by-owner = ✅ 当事人认可了结果，{ $number } 办结。
notice-second-look-handler = 🔎 当事人对 { $number } 的结果不满意，主管会和您一起重新看。
notice-second-look = 🔎 { $number }（{ $category }）打了 { $rating } 星，请您重新看一看。办理的人还在。
notice-rating-words =
    ✍️ { $number } 的当事人补充说：
    <blockquote>{ $words }</blockquote>
notice-reopened =
    🔄 当事人说 { $number } 还没解决：
    <blockquote>{ $reason }</blockquote>
notice-withdrawn = ↩️ 当事人撤回了 { $number }，不用再办。
notice-owner-unreachable = 🔕 { $number } 的当事人暂时收不到消息（可能停用了机器人）。您写的都存着。

## 状态、身份、动作

state-draft = 草稿
state-submitted = 待接手
state-claimed = 办理中
state-resolved = 已有结果，待回应
state-closed = 已办结
state-reopened = 重新办理
state-second-look = 主管重新看
state-withdrawn = 已撤回
duty-lawyer = 律师
duty-counsellor = 心理咨询师
duty-union = 工会
duty-policy = 政策专员
duty-supervisor = 主管
duty-triage = 登记分流
duty-head = 单位负责人
duty-reviewer = 复查复核
duty-privacy = 个人信息保护负责人
duty-none = 无
trigger-claim = 接手
trigger-refuse = 说明接不了
trigger-give-back = 退回
trigger-offer = 转给同事
trigger-take-over = 接过来
trigger-decline = 不接
trigger-ask-second = 请人协助
trigger-join = 协助
trigger-record-result = 写结果
trigger-rate = 打分
trigger-not-solved = 说还没解决
trigger-close = 办结
trigger-withdraw = 撤回
refused-other = 这一步现在做不了。发 /menu 看看能做什么。
refused-not-found = 没有这个案件，或者它不在您这里。
refused-wrong-state = 现在是“{ $state }”，不能{ $trigger }。
refused-wrong-role = { $trigger }要由名册上管这一步的人来做。
refused-already-claimed = 已经有人接手了。
refused-reason-missing = 请写一句理由。
refused-result-missing = 请先写结果。
refused-colleague-cannot = 这位同事接不了这件事，请换一位。
refused-second-already = 已经有人协助，或者正在找人了。
refused-second-not-wanted = 这件事不缺协助的人了。
refused-you-have-it = 这件事本来就归您。
refused-already-rated = 您已经打过分了，谢谢。
refused-not-rated = 请先打分，再补充几句。
refused-answer-not-delivered = 结果还没送到当事人手里，不能办结。
refused-own-case = 自己的事、自己办的事，不能由自己来做这一步。
refused-nothing-told = 您还没说呢，先写一句吧。
refused-case-is-withdrawn = { $number } 已经撤回，不能再补充。
refused-too-many-tries = 试得太多了，请一小时以后再试。
refused-code-does-not-fit = 编号和回执码对不上，请核对一下。
refused-called-already = 已经在叫人了，请等一等。紧急的话请打 110 或 120。
refused-answer-first = 还没有答复，请先答复，再办结。

## 普法消息

campaign =
    📣 <b>{ $title }</b>

    { $text }
button-unsubscribe = 退订
button-campaign-stop = ⏹ 马上停发
notice-campaign-running = 📣 普法消息“{ $title }”开始发送，一共 { $count } 人。要停就按下面。
campaign-stopped = ⏹ 已停发。还有 { $left } 人没收到；要接着发，请在终端运行 xinqiao campaign resume { $id }。

## 命令列表

command-start = 开始，看看我能做什么
command-tell = 我有事要说
command-law = 查法规、问政策
command-calc = 算一算：加班费、补偿金、年假、退休
command-today = 今天的一条法
command-quiz = 猜一猜：这事归哪条
command-cases = 我的事办到哪了
command-human = 现在就找个人
command-follow = 凭回执码接着办
command-subscribe = 收普法消息
command-unsubscribe = 退订普法消息
command-desk = 工作台（调解员）
command-privacy = 谁看得到、留多久
command-help = 帮助

## 类别

category-WAGE = 工资·加班·绩效
category-CONT = 劳动合同·解除
category-POST = 调岗·借调
category-DISP = 劳务派遣·外包
category-INSU = 社保·医保·失业
category-INJU = 工伤·职业病
category-LEAV = 休假·考勤·生育
category-HOUS = 住房·公积金
category-RETI = 退休·内退·遗属
category-VETE = 退役军人
category-BENE = 福利·困难帮扶
category-DEMO = 民主管理·评优
category-HARA = 骚扰·霸凌·歧视
category-SAFE = 安全·环保·消防
category-DISC = 违纪·报复
category-APPE = 处分·考核申诉
category-CIVI = 家庭·邻里·交通
category-DEBT = 借贷·担保·诈骗
category-PRIV = 个人信息·名誉
category-MIND = 心理·情绪
category-SUGG = 建议·表扬·咨询
category-LEGX = 法院·报案·执行
category-MISC = 说不清，先找人
