## 正式办理：为什么不行

refused-about-yourself = 这件事牵涉到您本人，不能由您来定。
refused-agreed-already = 已经记过同意了。
refused-already-confirmed = 这个名字已经核对过了。
refused-asked-already = 缺的材料只能一次说清，已经要过一次了。
refused-decided-before = 前面已经由您定过，复查要换人。
refused-delivered-already = 这份答复已经记过送达。
refused-ended-before = 这件事在专门看之前就已经销号了，回不到办理中。请把方案落实后再销号；要重新走程序，请重新登记。
refused-extended-already = 已经延长过一次，不能再延。
refused-extension-too-late = 已经过了期限，不能再延长。延期要在到期之前提出。
refused-extension-too-long = 最多再延长 30 天，请把日子改近一些。
refused-filed-before = 同样的事以前登记过，不能走简易办理。
refused-handler-cannot = 这个人不能承办：不在岗，或者跟这件事有牵连。
refused-handler-missing = 还没有定承办人，不能往下走。
refused-need-missing = 还差一样：{ $need }。
refused-neither-repeat-nor-old = 这件事既没有重复登记，也没有超过 90 天，用不着专门方案。
refused-not-answered = 答复还没有送到本人手里，不能销号。没有回音不等于办结。
refused-not-both-agree = 调解要两边都愿意，现在还没有都点头。
refused-not-both-signed = 协议要两边都签了才算。
refused-not-bounced-twice = 还没有退回过两次，先由两个单位自己商量。
refused-not-delivered = 答复还没有送到本人手里。
refused-not-named = 这个人本来就不在名单里。
refused-not-reviewed = 要先经过复查，才能申请复核。
refused-not-seen = 没有找到这件事。
refused-not-suggested = 没有人提到这个名字。
refused-nothing-drafted = 还没有草稿可以签。
refused-not-supervised = 现在没有要回复的督办。
refused-objection-late = 提出异议的 5 个工作日已经过了。
refused-opposed-already = 已经记下了，按一般程序办。
refused-owner-is-against = 本人不同意简易办理，请按一般程序办。
refused-promise-open = 还有 { $count } 件答应的事没有办完，不能销号。
refused-promise-past = 答应的日子已经过去了，请改成以后的日子。
refused-promise-unknown = 没有这件答应的事，或者已经办完了。
refused-recheck-too-late = 申请复核的期限已经过了。有正当原因的，请找人说明。
refused-review-too-late = 申请复查的期限已经过了。有正当原因的，请找人说明。
refused-right-still-open = 本人申请复查、复核的期限还没有过，不能算到头。
refused-signature-missing = 还差单位负责人的签字，写的人和签的人不能是同一个。
refused-signed-already = 这一稿您已经签过了。
refused-sponsor-missing = 重复的、拖久的事要先定包案领导。
refused-step-not-now = 这一步现在走不了，可能刚才有人已经走过了。请再看一眼。
refused-supervisor-assigns = 已经退回两次，由督查指定承办单位。
refused-unknown-category = 没有“{ $category }”这个类别。
refused-unknown-unit = 没有“{ $unit }”这个单位。
refused-withdrawal-not-asked = 本人没有提出撤回，谁也不能替 TA 撤。

## 正式办理：走到哪一步了

notice-registered =
    🆕 新登记：{ $number }（{ $category }）。请看一看归哪里、由谁办，最晚 { $due } 要书面告诉本人。
notice-claim-quietly =
    🤫 有一件事想请您单独看看：{ $number }（{ $category }）。这件不在群里办，请不要跟别人提起。
notice-step =
    📌 { $number }：{ $step }。现在是“{ $state }”{ $due ->
        [none] 。
       *[other] ，留意 { $due } 这一天。
    }
notice-deadline =
    ⏰ { $number }：{ $clock }，{ $when ->
        [before] 最晚到 { $due }
       *[other] { $due } 已经过了
    }。{ $parts ->
        [none] 请您看一看。
       *[other] 还没有记下是谁，请您转告：{ $parts }。
    }
notice-deadline-owner =
    ⏰ 您的事（{ $number }）：{ $clock }，{ $when ->
        [before] 留意 { $due } 这一天。
        [late] { $due } 已经过了。让您久等了，已经有人在催。
       *[other] { $due } 已经过了。还想往下走的话，随时找我们说。
    }

part-fc = 首接人
part-tri = 登记分流的同事
part-rcv = 接收单位
part-hdl = 承办人
part-uh = 单位负责人
part-spn = 包案领导
part-rev = 复查复核的人
part-above = 上一级

step-accept = 受理了，有专人来办
step-accept-simple = 受理了，走简易办理，尽快给答复
step-accept-transfer = 转去的单位接下了
step-agree-to-mediate = 本人同意调解
step-answer-suggestion = 建议有答复了
step-answer-supervision = 督办有回复了
step-ask-extension = 承办人想多要一些时间，请您定
step-ask-items = 还缺几样材料，请一次补齐
step-ask-recheck = 本人请再上一级复核
step-ask-review = 本人请上一级复查
step-ask-withdrawal = 本人想撤回
step-assign-unit = 督查指定了承办单位
step-back-to-handling = 专门看过了，接着由承办人办
step-begin-care = 约好了过一阵再问问情况
step-change-handler = 换了一位承办人
step-circulate = 督查通报
step-clear-concerned = 回避名单去掉一人
step-close = 办完，销号了
step-confirm-withdrawal = 撤回了，以后想再提随时可以
step-decide = 处理意见写好了
step-decide-recheck = 复核有结论了
step-decide-review = 复查有结论了
step-end-care = 回访结束了
step-end-hearing = 听证开完了
step-execute = 开始兑现答应的事
step-extend = 要多一些时间，延长了一次
step-give-receipt = 书面回执出好了
step-hear = 要开一次听证
step-interview = 督查约谈
step-keep-closed = 看过了，维持原来的结果
step-lapse = 申请再看一次的期限过了
step-look-again = 重新拿起来，有领导包案
step-mediate = 开始调解
step-name-concerned = 回避名单加上一人
step-name-sponsor = 请您包案
step-object = 转去的单位说不归他们管
step-opinion-delivered = 处理意见送到了
step-oppose-simple = 本人要求按一般程序办
step-plan-is-made = 方案定下来了
step-plan-promise-kept = 方案里的一件事办到了
step-promise-kept = 答应的一件事办到了
step-propose-agreement = 调解协议写好了，请看一看
step-redirect = 这件事归别处办，该去哪里已经写清楚
step-reopen = 本人说还有新情况
step-review-delivered = 复查结论送到了
step-seal = 转入保密通道
step-send-back-opinion = 处理意见退回来了，请再改一改
step-settle = 谈拢了，协议签好了
step-sign-agreement = 本人签了协议
step-sign-for-unit = 单位签了协议
step-stay = 本人不撤回了
step-stop-mediation = 调解停了，接着按程序办
step-supervise = 督查催办
step-supply-items = 材料补上了
step-take-as-suggestion = 作为建议收下了
step-take-up-again = 重新登记，接着办
step-transfer = 转给更合适的单位
step-turn-ordinary = 改走一般程序，办得更细
step-unit-agrees = 单位同意调解
step-write-opinion = 处理意见的草稿写好了，请您审签

stage-accepted = 正在办
stage-accepted-simple = 简易办理中
stage-care = 回访中
stage-closed = 已销号
stage-decided = 有处理意见
stage-executing = 正在兑现
stage-extended = 延长办理中
stage-final = 三级都走完了
stage-hearing = 听证中
stage-in-mediation = 调解中
stage-lapsed-final = 期限已过
stage-need-info = 等补材料
stage-recheck = 复核中
stage-redirected = 已指路
stage-registered = 已登记
stage-reopened = 等着重新看
stage-review = 复查中
stage-review-decided = 有复查结论
stage-sealed = 保密处理
stage-second-look = 一案一策
stage-settled = 已谈拢
stage-suggestion = 建议
stage-transferred = 已转办，等对方答复
stage-withdrawn = 已撤回
