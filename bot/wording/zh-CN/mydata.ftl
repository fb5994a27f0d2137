### 我的数据：看、带走、改、删、同意、问为什么、提意见。

## 第一页

command-mydata = 我的数据：看、带走、改、删
button-mydata = 🗃 我的数据
mydata =
    🗃 <b>我的数据</b>
    语言：{ $value }

    { $lines_html }

    都是您的。想看、想带走、想改、想删，下面按一下就行。
mydata-count = • { $label }：{ $count }
mydata-what-cases = 登记的事
mydata-what-draft = 草稿里的话
mydata-what-signed = 联名
mydata-what-subscribed = 普法消息的订阅
mydata-what-questions = 等答复的提问
mydata-what-consents = 给出的同意
mydata-what-limits = 帮您盯着的时限
mydata-what-care = 关心联系
mydata-what-calls = 危机通道里的求助
mydata-what-complaints = 对服务的意见
mydata-what-looks = 谁看过您的姓名
mydata-what-tries = 还在计数的尝试
mydata-what-since = 第一次来
mydata-what-language = 语言
mydata-what-staff = 名册上的身份
mydata-what-said = 说过的话
mydata-what-history = 经历
mydata-what-papers = 文书
mydata-what-statement = 联名的话
mydata-what-result = 结果
mydata-what-rating = 打分
mydata-what-name = 名字
mydata-me = 我
button-mydata-why = 📄 为什么留、留多久
mydata-why =
    📄 <b>留什么，做什么用，谁看，留多久</b>

    { $lines_html }

    看和带走：个人信息保护法第四十五条，2021年11月1日起施行。
purpose-contact = • <b>聊天编号、语言</b>：好给您回话。加了密，调解员看不到。您还用着就留着。
purpose-draft = • <b>草稿</b>：好接着说。只有您看。{ $days } 天没动就删。
purpose-case = • <b>登记的事</b>：好替您办。接手的人看，正式办理时还有经办的人。办结后最多 { $days } 天。
purpose-withdrawn = • <b>撤回的事</b>：您可能改主意。{ $days } 天后删；想早点删，按“删除”。
purpose-campaign = • <b>普法消息</b>：您订了才发。发给过谁，{ $days } 天后删。
purpose-joint = • <b>联名</b>：数一数有几位。谁也看不到是谁。随时能撤回。
purpose-question = • <b>等答复的提问</b>：有了答复告诉您，之后就删。
purpose-care = • <b>关心联系</b>：您同意才有，只有您选的那一位看。结束 { $days } 天后删。
purpose-call = • <b>危机通道</b>：有人在身边陪您。说的话停下就删，时间 { $days } 天后删。主管看不到。
purpose-complaint = • <b>对服务的意见</b>：主管看内容，不看是谁。答复 { $days } 天后删。
purpose-looks = • <b>谁看过您的姓名</b>：好让您知道。您和那位同事看。跟着那件事一起删。
purpose-post = • <b>收发记录</b>：查有没有送到，没有内容。最多 { $days } 天。
purpose-audit = • <b>操作记录</b>：谁在什么时候做了哪一步，只有编号，没有内容。一直留着，谁也改不了。

## 带走

button-export = 📦 带走一份
export-coming = 📦 在装了，一会儿发来两个文件：一个给人看，一个给程序读。里面有您的心里话，请收在安全的地方。
export-title = 信桥 · 我的数据 · { $day }
export-about = 这里是信桥存的、您可以看的全部。调解员之间的备注不在里面，别人的事也不在里面。
export-html = 📦 给人看的一份，用浏览器打开。
export-json = 📦 给程序读的一份，内容一样。

## 改

button-fix = ✏️ 改一改
fix-which = 要改哪件事？
fix-none = 现在没有在办的事可以改。
fix-what =
    ✏️ <b>{ $number }</b>

    { $lines_html }

    要改哪一项？发出去的话，在聊天里直接改那条就行。签过字的文书改不了，可以请经办的人另出一份。
fix-how = 写下新的“{ $label }”：
fix-done = 改好了（{ $number }）。在办的人会知道有改动。
notice-corrected = ✏️ 当事人改了登记时的回答（{ $number }），打开看看。
refused-only-live-is-corrected = { $number } 已经结束，不能再改。
refused-no-name-given = { $number } 是匿名的，没有名字可改。

## 删

button-wipe = 🗑 删除
wipe =
    🗑 <b>删除</b>
    • 草稿：按一下就删。
    • 撤回了、办结了的事：选一件，打一遍编号就删。
    • 还在办的事：先撤回，再删。
    • 删不掉的：操作记录（只有编号）；已经到了别人手机里的话；有人依规定要求保全的事，会告诉您为什么。
    不删也行，办结 { $days } 天后会自己删。

    个人信息保护法第四十七条，2021年11月1日起施行。
button-wipe-draft = 🗑 删掉草稿
wipe-draft-done = 草稿删掉了。
wipe-sure =
    🗑 真的要删 <b>{ $number }</b> 吗？

    会删：您说的话、文件、回答、名字、结果、文书、经历、联名。
    会留：一个不带编号、不带人的数（哪个月、哪一类、办了几天）。
    删了就找不回来，也不能再凭回执码接着办。要不要先带走一份？

    确定的话，把编号打一遍：<code>{ $number }</code>
wipe-done = { $number } 删掉了，找不回来了。
refused-case-is-live = { $number } 还在办，请先撤回，再删。
refused-procedure-is-live = { $number } 的正式办理还没结束，结束后才能删。
refused-case-is-held = { $number } 现在不能删，要先保全：{ $reason }
refused-number-does-not-fit = 编号对不上，什么也没删。要删的是 { $number }。

## 同意

button-agreed = 🤝 我同意过什么
agreed =
    🤝 <b>您同意过什么</b>
    { $lines_html }

    随时能改，马上算数。不同意，事情照样办。
    个人信息保护法第十五条，2021年11月1日起施行。
agreed-none = 现在没有要您另外同意的事。敏感的事登记时才会问。
agreed-line = • { $number } · { $label }：{ $done ->
        [yes] 同意
       *[no] 没同意
    }
consent-name-sensitive = 经办的人都能看
consent-name-passing-on = 可以转给别的部门
button-agree = 同意：{ $what }
button-disagree = 收回：{ $what }
agreed-done = 好，记下了。
disagreed-done = 好，收回了，从现在起算数。

## 为什么这样建议

button-explain = ❓ 为什么这样建议
explain-which = 想问哪件事？
explain-none = 您还没有登记的事。
explain =
    ❓ <b>{ $number }</b>
    机器只看您写的字，提个建议，定的是人。您自己选的是“{ $category }”。

    { $lines_html }

    觉得不对？按“我有事要说”请真人看，或者提个意见。
    个人信息保护法第二十四条，2021年11月1日起施行。
explain-words = • 建议“{ $category }”，因为您写了：{ $items }
explain-alike = • 建议“{ $category }”，因为说得和这一类的例子像。
explain-office = • 这类事一般归{ $department }。
office-front = 信访接待
office-labour = 劳资
office-insurance = 社保
office-safety = 安全环保
office-union = 工会
office-logistics = 后勤
office-retirees = 离退休
office-veterans = 退役军人事务
office-care = 帮扶
office-counselling = 心理咨询
office-discipline = 纪检
office-community = 社区
office-legal = 法务
office-privacy = 个人信息保护

## 对服务的意见

button-complain = 💬 对服务有意见
complain = 哪里让您不满意？写几句。主管看得到内容，看不到是谁写的；和打分、和您的事都不挂钩。
complain-done = 谢谢您说出来。主管会看，有了答复告诉您。
notice-service-complaint =
    💬 有人对服务有意见：
    <blockquote>{ $text }</blockquote>
    答复会不具名地转过去。
notice-complaint-waits = 💬 有一条对服务的意见，名册上没有主管来看。请管理员补上。
button-complaint-answer = ✍️ 答复
complaint-answer = 写下答复，会转给提意见的人：
complaint-answer-done = 转过去了，谢谢您认真看。
notice-complaint-answered =
    💬 您提的意见有答复了：
    <blockquote>{ $text }</blockquote>

## 登记前：敏感的事，另外问一句

intake-consent =
    🔏 这类事涉及您的隐私，另外问您两句。<b>都不选也照样登记</b>，那样只有接手的那一位看得到经过。

    • <b>经办的人都能看</b>：协助的、登记的、正式办理的，办事时能看到您说的经过。
    • <b>可以转给别的部门</b>：该归别处办时，连同您说的话一起转；不同意，就先来问您。

    点一下选上，再点一下去掉。以后在 /mydata 里随时能改。
    个人信息保护法第二十九条，2021年11月1日起施行。
button-file-so = 📮 就这样登记
panel-handler-only = 🔏 当事人只让接手的人看经过和回答。
refused-passing-on-not-agreed = 这是敏感的事，{ $number } 的当事人还没同意转给别的部门。已经去问了。
notice-passing-on-asked =
    🔏 您的事（{ $number }）也许归别的部门办。要转，得您同意，连同您说的话一起转。
    同意的话按下面，再按“同意：可以转给别的部门”；不同意也没关系，接着在这里办。

## 文件

original-ask =
    🖼 原图里可能有拍摄的位置和时间。<b>还没有转出去</b>（{ $number }）。
    发成照片，这些就没了，清楚程度也够用。
original-in-draft = 🖼 原图里可能有拍摄的位置和时间，先收进草稿了。换成照片发更稳妥。
original-sent = 照原样转过去了。
original-photo = 好，这张不转。请再发一次，选“照片”，不要选“文件”。
button-original-send = 📎 照样发
button-original-photo = 🖼 换成照片发
file-program =
    ⛔ 收到一个能运行的文件，没有转给您：<b>{ $file }</b>（约 { $count } KB）
    { $text }
    不认识的程序别打开。真要的话，在没有内部资料的电脑上看。
file-archive =
    📦 收到一个压缩包，没有转给您：<b>{ $file }</b>（约 { $count } KB）
    { $text }
    看不到里面是什么，里面可能有程序。可以请对方把文件一个个发。
file-macro = ⚠️ 这种文件可能带宏：打开时别点“启用内容”。
button-take-file = 我知道，还是要收
