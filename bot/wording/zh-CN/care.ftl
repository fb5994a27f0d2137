### 关心联系：本人同意才有，选谁、多久一次、到什么时候，随时一按就停。

command-care = 请人定期联系我，随时能停
button-care = 🌱 关心联系
button-care-wish = 🌱 请人联系我
care =
    🌱 <b>关心联系</b>
    { $lines_html }

    您同意才有，只有您选的那一位知道。写了什么您都看得到，一按就停。
care-none = 现在没有。
care-waiting = • 在找{ $duty }，{ $when }，到 { $day }
care-running = • { $handler }，{ $when }，到 { $day }
care-helping = • 您在联系 { $who }，下次 { $day }
care-who = 🌱 想请谁联系您？
care-often = 多久一次？
often-weekly = 每周一次
often-fortnightly = 每两周一次
often-monthly = 每月一次
care-until = 到什么时候？到时自己停，想早停随时按。
button-care-months = { $months } 个月
care-agreed = 🌱 好，说定了。想停的时候发 /care，按一下就行。
care-asked = 🌱 好，在找人了。有人答应就告诉您。
care-notes =
    📓 <b>写过的话</b>
    { $lines_html }
care-no-notes = 还没有。
care-line = { $day } { $label }：{ $answer }
wrote-word = 联系人说
wrote-reply = 本人说
wrote-note = 联系人记下
button-care-notes = 📓 看记录
button-care-reply = 💬 回一句
button-care-stop = ⏹ 不用再联系
button-care-word = 💬 说一句
button-care-note = 📓 记一笔
button-care-back = 我办不了了
button-care-take = 🌱 我来联系
button-care-offer = 🌱 问问要不要常联系
button-care-accept = 🌱 好的，请常联系
care-ask-word = 想对 TA 说什么？问候一句就好，不用催。
care-ask-reply = 想说什么？
care-ask-note = 记一句，本人看得到：只写做了什么、约了什么，不评人，不下诊断。
care-done-word = 转过去了。
care-done-reply = 转过去了。
care-done-note = 记下了，本人看得到。
care-take-done = 谢谢您。先打个招呼吧；以后到日子会提醒您。
care-back-done = 好，另找人。
care-offer-done = 问了。当事人愿意才开始，不回也别追问。
care-stop-done = ⏹ 停了，不会再联系您。以后想要，随时再说。
notice-care-offered =
    🌱 { $handler } 问您：往后要不要定期联系联系您？
    愿意就选多久一次、到什么时候；不愿意不用管，您的事照样办。
notice-care-wanted = 🌱 有人希望您这样的同事定期联系 TA。答应了再看代号，名字不告诉。
notice-care-taken = 🌱 { $handler } 答应联系您了。想停就发 /care，按一下。
notice-care-due = 🌱 该联系 { $who } 了。说一句问候；TA 不回也没关系。
notice-care-word =
    🌱 { $handler }：
    <blockquote>{ $text }</blockquote>
notice-care-reply =
    🌱 { $who } 回您：
    <blockquote>{ $text }</blockquote>
notice-care-looking = 🌱 联系您的同事不能接着做了，在另找人。不想要了，发 /care 停掉。
notice-care-over = 🌱 说好的日子到了，关心联系停了。还想要，发 /care。
notice-care-stopped = 🌱 和 { $who } 的联系结束了，请不要再找 TA。谢谢您这段时间。
refused-care-odd = 这个选不了，请发 /care 重新选。
refused-care-enough = 已经有 { $limit } 个了，先停一个再加。
refused-care-nobody = 名册上现在没有这样的同事。可以换一位，或者发 /human 找人。
refused-care-taken-already = 已经有同事答应了，谢谢您。
refused-care-is-over = 这个联系已经停了。
