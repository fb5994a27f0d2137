## 正式办理：看走到哪、走一步、看文书

button-stage = 📑 正式办理
button-matters = 📑 正式办理台账
button-act-yes = ✅ 确定
button-act-sign = ✍️ 签名并发出
button-act-anew = ↩️ 重新填
button-paper = 📄 看全文
button-matter-story = 看经过

stage-head =
    📑 <b>{ $number }</b> · { $category }
    走到这一步：<b>{ $stage }</b>
    登记：{ $received }
stage-handler-is = 承办人：{ $name }
stage-sponsor-is = 包案领导：{ $name }
stage-clock = { $late ->
        [yes] 🔴 { $clock }：{ $due } 已经过了
       *[other] ⏳ { $clock }：最晚 { $due }
    }
stage-promise = { $done ->
        [yes] ☑️ { $what }（{ $until } 前，已办到）
       *[other] ⬜️ { $what }（{ $until } 前）
    }
stage-withdrawal-asked = ✋ 本人想撤回，要由承办人以外的人问一问、再确认。
stage-proposed = 💡 按职责，建议由 { $department } 办{ $people ->
        [none] 。
       *[other] ，可以找：{ $people }。
    }

why-in-its-duties = · { $category }写在{ $department }的职责里
why-leads-on-it = · { $category }这类事由{ $department }牵头
why-stands-in = · 没有别的部门接，由{ $department }兜底
why-its-words = · 事情里提到了“{ $words }”
why-own-unit = · 就在本单位：{ $unit }
why-unit-above = · 本单位没有，往上到{ $unit }
why-nobody-inside = · 内部没有合适的部门，请看看外面的路
why-urgent-report-above = · 事情紧急，同时报告{ $unit }
why-crisis-first = · 先顾人的安全
why-hazard-first = · 先顾现场的安全
why-sealed-part = · 里面有举报的内容，走保密渠道

matters =
    📑 <b>正式办理台账</b>：{ $count } 件没有办完{ $late ->
        [0] 。
       *[other] ，其中 { $late } 件已经过了期限，排在最前面。
    }
matters-none = 📑 现在没有归您的正式办理事项。
matters-row = { $late ->
        [yes] 🔴
       *[other] ▫️
    } { $number } · { $stage }{ $due ->
        [none] { "" }
       *[other] { " " }· { $due }
    }

act-read-back =
    请再看一遍，还什么都没有做。

    <b>{ $step }</b>（{ $number }）
    { $given_html }
    做了以后是“{ $stage }”，会记下您的名字和时间。
act-read-back-signs =
    请再看一遍，还没有发出去。上面就是要发的文书。

    <b>{ $step }</b>（{ $number }）
    { $given_html }
    做了以后是“{ $stage }”。文书由您签名发出，发出以后不能再改。
act-given = { $label }：{ $value }
act-done = 好了，{ $number } 这一步记下了。
act-done-sent = 好了，{ $number } 的文书已经签名发出。
act-nothing-to-choose = 现在没有可以选的，这一步先走不了。
act-too-many-lines = 最多写 { $limit } 行，请并一并。
act-which-day = 没看懂是哪一天。请写成 2026-03-15 或者 3月15日。
act-day-is-past = 这一天已经过去了，请写以后的日子。
act-promise-form =
    请一行写一件，日子放在最后，像这样：
    补发三月夜班津贴，2026-04-10
act-which-article = 没找到这一条。请写清法名和条号，几条之间用分号隔开。
act-several-of-that-name = 有不止一个人叫这个名字，请写工号。
act-nobody-of-that-name = 组织架构里没有这个人。请写全名或者工号；不是本单位的人不用写。

ask-reason = 为什么？请用一两句话说清楚，当事人能看懂。
ask-items = 还缺哪些材料？一行写一样，一次说全。
ask-door = 这件事归哪里管？请选一个。
ask-unit = 转给哪里？
ask-person = 由谁来？
ask-concerned = 这件事牵涉到谁？请写全名或者工号。写上以后，他和他的上下级都看不到这件事。
ask-opinion = 处理意见怎么写？写清支持还是不支持、为什么。
ask-agreement = 谈成了什么？一行写一条，双方都看得懂。
ask-until = 到哪一天？例如 2026-03-15。
ask-plan = 打算怎么办？一行写一步。
ask-promises =
    答应办哪些事、哪天以前？一行一件，日子放在最后：
    补发三月夜班津贴，2026-04-10
ask-promise = 哪一件办到了？
ask-request = 当事人要什么？用一两句话写，写进文书。
ask-facts = 查明的事实和理由是什么？
ask-basis = 凭的是哪几条？写清法名和条号，几条之间用分号隔开。
ask-outcome = 结果是哪一种？
ask-verdict = 对原来的意见，结论是哪一种？
ask-acts = 要做哪些事、由谁做、哪天做完？一行写一件。
ask-data-choice = 撤回以后，案卷和聊天怎么处理？按当事人的意思写。
ask-done-when = 做到什么样才算办完？
ask-why-open = 为什么一直没有解决？

fact-reason = 理由
fact-items = 缺的材料
fact-opinion = 处理意见
fact-agreement = 谈成的
fact-until = 日子
fact-plan = 方案
fact-promises = 答应的事
fact-concerned = 牵涉的人
fact-request = 诉求
fact-facts = 事实和理由
fact-acts = 要做的事
fact-data-choice = 案卷的处理
fact-done-when = 办完的标准
fact-why-open = 没有解决的原因

choice-supported = 支持
choice-explained = 有道理，但现在还支持不了
choice-not-supported = 不支持
choice-upheld = 维持
choice-changed = 改变
choice-again = 重新办

paper-article-not-stored = 文书里的《{ $law }》第 { $number } 条在法规库里没有，或者这一天不管用，不能发出去。请重新填。
paper-article-without-law = 文书里写了第 { $number } 条，没有写是哪部法。请重新填。
paper-telephone-not-checked = 文书里的电话 { $number } 不在核对过的表里，不能发出去。请重新填。
paper-part-missing = 文书有一部分是空的，发不出去。请重新填。
paper-fact-wrong = 有一项的写法不对，请重新填。
paper-other = 这份文书还发不出去，请重新填。

do-give-receipt = 🧾 出书面回执
do-ask-items = 📝 要材料
do-name-concerned = 🙅 加回避
do-clear-concerned = 🙆 去回避
do-supply-items = ✅ 材料补上了
do-seal = 🔒 转保密渠道
do-redirect = 🧭 指路到别处
do-transfer = ➡️ 转办
do-accept-transfer = 👌 接下转办
do-object = ✋ 提出异议
do-assign-unit = 🏷 指定单位
do-take-as-suggestion = 💡 作为建议
do-answer-suggestion = 💬 答复建议
do-oppose-simple = 不要简易办理
do-accept-simple = ⚡️ 简易办理
do-accept = 📥 受理
do-turn-ordinary = 改一般程序
do-change-handler = 🔁 换承办人
do-name-sponsor = 👤 定包案领导
do-agree-to-mediate = 🤝 我愿意调解
do-unit-agrees = 🤝 单位愿意调解
do-mediate = 🕊 开始调解
do-stop-mediation = ⏹ 不调解了
do-propose-agreement = 📜 写协议
do-sign-agreement = ✍️ 我签协议
do-sign-for-unit = ✍️ 代表单位签
do-settle = ✅ 协议生效
do-hear = 👂 开听证
do-end-hearing = 听证结束
do-ask-extension = ⏳ 申请延期
do-extend = ⏳ 批准延期
do-write-opinion = 🖋 写处理意见
do-send-back-opinion = ↩️ 退回修改
do-decide = ✍️ 签发处理意见
do-opinion-delivered = 📬 处理意见收到了
do-execute = 🛠 开始兑现
do-promise-kept = ☑️ 办到一件
do-ask-review = 🔎 我要复查
do-decide-review = ✍️ 写复查意见
do-review-delivered = 📬 复查意见收到了
do-ask-recheck = 🔎 我要复核
do-decide-recheck = ✍️ 写复核意见
do-lapse = 期限已过，到头
do-close = 📦 销号
do-reopen = 🆕 有新情况
do-take-up-again = 重新登记
do-keep-closed = 维持原结果
do-ask-withdrawal = ✋ 我想撤回
do-stay = 不撤了
do-confirm-withdrawal = 确认撤回
do-look-again = 🔍 一案一策
do-plan-is-made = 📋 定方案
do-back-to-handling = 回到办理
do-plan-promise-kept = ☑️ 办到一件
do-supervise = 📌 挂牌督办
do-answer-supervision = 📮 回复督办
do-interview = 🗣 约谈
do-circulate = 📣 通报
do-begin-care = 💚 过阵子问问我
do-end-care = 回访结束

notice-paper =
    📄 <b>{ $title }</b>
    { $paper }
    有不明白的，直接在这里问。

## 谁负责

chain-line = · { $duty }：{ $name }
chain-first-contact = 首接责任
chain-head = 首要责任
chain-direct = 直接责任
chain-management = 管理责任
chain-handler = 承办
chain-sponsor = 包案责任
chain-supervision = 督查责任

## 当事人自己的：经过和期限

button-guard = ⏰ 帮我记期限
button-timeline = 🧭 经过
button-guard-end = 不用记了（{ $due }）

timeline =
    🧭 <b>{ $number }</b> 到现在的经过
    { $lines_html }
timeline-line = { $day }　{ $step }

guard =
    ⏰ 有些期限在公司外面，<b>不会因为我们在办就停下来</b>。想让我帮您记哪一个？

    到期前 60、30、7 天我会提醒您。只有您看得到，单位看不到。
guard-since =
    ⏰ { $clock }
    { $asked }

    例如：2026-03-15。记不准就写早的那一天，更稳妥。
guard-done =
    ⏰ 记下了：{ $clock }，按您说的日子算，<b>最晚 { $due }</b>。

    这中间您找单位、找部门主张过的，日子可能往后算；拿不准，请早一点去办。
guard-ended = 好，这个期限不记了。

refused-unknown-limit = 这件事用不着这个期限。
refused-day-to-come = 这一天还没有到，请写已经发生的日子。
refused-limit-is-over = 按这个日子算，{ $due } 已经过了。可能有重新计算的情形，请尽快打 12348 问一问，或者找我们的律师。

## 分流时的提示：像哪一类、急不急、走哪条路

triage-kind = 🔎 看着像：{ $kind }{ $words ->
        [none] { "" }
       *[other] （提到：{ $words }）
    }
triage-urgency = 🔎 急不急：{ $level }{ $words ->
        [none] { "" }
       *[other] （提到：{ $words }）
    }
triage-door = 🔎 走哪条路：{ $door }
level-normal = 一般
level-soon = 尽快
level-today = 今天就要有人看
kind-of-question = 询问
kind-of-concern = 诉求
kind-of-suggestion = 建议
kind-of-praise = 表扬
kind-of-accusation = 反映某个人
kind-of-chitchat = 闲聊
kind-of-gibberish = 看不明白
door-to-suggestion = 建议
door-to-consultation = 询问，当场答复
door-to-claim = 按信访程序办
door-to-accusation = 纪检，走保密渠道
door-to-labour = 劳动争议：可指路，也可以先调解
door-to-injury = 工伤认定：先提醒期限
door-to-insurance = 社保、公积金经办机构
door-to-litigation = 法院、检察院、公安
