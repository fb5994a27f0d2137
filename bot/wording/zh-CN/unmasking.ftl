### 看真实姓名：办事的人问，另一位同事定，看了记下，告诉本人。

unmask-ground-consent = 当事人自己要求或同意
unmask-ground-paper = 文书上要写名字
unmask-ground-accident = 要上报安全事故
unmask-ground-occupational = 要上报职业病
unmask-ground-court = 法院来调查取证
unmask-rescue-ambulance = 要叫救护车
unmask-rescue-police = 要报警
unmask-rescue-family = 要联系家里人
unmask-put-away = 🙈 姓名收回了。

notice-unmask-wanted =
    🪪 { $handler } 想看 { $number }（{ $alias }）当事人的真实姓名。
    为什么：{ $what }（{ $basis }）
    <blockquote>{ $text }</blockquote>
    您看不到名字，只定该不该看。同意了，TA 能看 { $limit } 小时，当事人会知道谁看的、为什么。{ $days } 天没人定就作废。
notice-unmask-waits =
    ⏳ { $handler } 想看 { $number }（{ $alias }）当事人的真实姓名，还没人定，{ $left } 小时后作废。
    为什么：{ $what }（{ $basis }）
    <blockquote>{ $text }</blockquote>
    您看不到名字，只定该不该看。同意了，TA 能看 { $limit } 小时。
notice-unmask-unanswered = ⏳ { $number }：有同事想看当事人的真实姓名，还没人定，{ $left } 小时后作废。这件事您不能定，请提醒能定的同事，或者请管理员补一位。
notice-unmask-granted = ✅ { $number } 的姓名可以看了，{ $limit } 小时内有效。看一次记一次。请别截图、别转告。
notice-unmask-refused = { $number }：这次没有同意看姓名。先用代号接着办；确实要看，把理由写清楚再问。
notice-unmask-lapsed = { $number }：想看姓名，一直没人定，过期了。还需要就再问一次。
notice-unmask-seen =
    🪪 { $handler } 在 { $day } 看过您的姓名（{ $number }）。
    为什么：{ $what }（{ $basis }）
    <blockquote>{ $text }</blockquote>
    另一位同事同意了才看的，到点就收回。觉得不妥，请告诉我们。
notice-unmask-seen-in-danger =
    🪪 您有危险那天，{ $handler } 在 { $day } 看过您是谁：{ $what }（{ $basis }）。
    只为帮您，到点就收回了。觉得不妥，请告诉我们。
notice-unmask-review =
    🆘 有人有生命危险，{ $handler } 当场看了 TA 是谁：{ $what }（{ $basis }）。
    您看不到名字。请您说一句：该看，还是不该看？不该看，马上收回。
notice-unmask-objected = 另一位同事认为不该看，姓名收回了，请不要再用。

refused-unmask-odd = 这个选不了，请从案卷面板重新来。
refused-unmask-asked-already = 已经问过了，等另一位同事定。
refused-unmask-nobody = 名册上没有人能定：要个人信息保护负责人或主管，还得和这件事无关。请管理员补上。
refused-unmask-decided = 已经有同事定了。
refused-unmask-lapsed = 这个请求过期了。
refused-unmask-over = 现在看不了：还没同意，或者时间过了。
refused-unmask-unknown = 这里不知道 TA 是谁：没留名字，单位名单里也对不上。

button-unmask = 🪪 看真实姓名
button-unmask-look = 👁 看一次
button-unmask-yes = ✅ 同意
button-unmask-later = 🤫 同意，晚点告诉本人
button-unmask-no = ❌ 不同意
button-unmask-right = ✅ 该看
button-unmask-wrong = ❌ 不该看
button-unmask-now = 🪪 看 TA 是谁
button-looks = 🪪 谁看过我的姓名
unmask-why =
    🪪 <b>看 { $number } 的真实姓名</b>
    能用代号办，就用代号。要看，先选为什么，再由另一位同事定。
    同意了能看 { $limit } 小时；看一次记一次，当事人会知道是谁、为什么看的。
unmask-sentence = 写一句为什么（{ $limit } 字以内）。当事人会看到这句话。
unmask-asked = { $number }：问了，等另一位同事定。{ $days } 天没人定就作废。
unmask-waiting = { $number }：问过了，在等另一位同事定。
unmask-may-look = { $number }：可以看，到 { $day } 为止。看一次记一次。
unmask-opening = 🪪 …
unmask-line = { $label }：<b>{ $value }</b>
unmask-shown =
    🪪 { $number }
    { $lines_html }

    只给您看，请别截图、别转告。{ $day } 收回。
unmask-trait-given = 自己留的名字
unmask-trait-name = 姓名
unmask-trait-staff-number = 工号
unmask-trait-unit = 单位
unmask-trait-telegram = Telegram 编号
unmask-withhold-secret = 法律要求保密
unmask-withhold-investigation = 办案机关要求先不说
unmask-withhold =
    晚点告诉本人，得有规定。选一个：
    { $lines_html }
law-basis = { $law }第{ $article }条，{ $day } 通过
unmask-withhold-line = • { $what }（{ $basis }）：{ $days } 天后告诉
unmask-said-yes = ✅ 记下了：同意。已经告诉 TA。
unmask-said-no = 记下了：不同意。
unmask-said-right = 记下了，谢谢您。
unmask-said-wrong = 记下了，姓名马上收回。
unmask-rescue = 为什么要看？按一个就能看。另一位同事会来问，TA 脱险后也会知道。
looks =
    🪪 <b>谁看过您的姓名</b>
    { $lines_html }
looks-none = 还没有人看过。
looks-line = • { $day } { $text }
looks-times = 看了 { $count } 次
