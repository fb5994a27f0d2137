### 没答上来的问题：从清单到答复。

button-learn-list = 📮 没答上来的问题
button-learn-before = ◀️ 上一页
button-learn-after = 下一页 ▶️
button-learn-back = ⬅️ 回到清单
button-learn-write = ✍️ 写答复
button-learn-anew = 🔄 从标题重写
button-learn-dismiss = 不是法规问题
button-learn-approve = ✅ 通过
button-learn-send-back = ↩️ 退回
button-learn-no-law = 跳过，写公司文件
button-learn-half-year = 半年
button-learn-year = 一年
button-learn-submit = 📤 提交审核

learn-list =
    📮 <b>没答上来的问题</b>，还有 { $count } 个在等。
    问得多的排在前面。这里没有提问人的名字。按一下打开。
learn-none = 📮 没有等着回答的问题，都答上了。
learn-row = ❓ { $excerpt } · { $count } 次
learn-row-back = ↩️ 退回 · { $excerpt } · { $count } 次
learn-row-answered = 🔎 待审核 · { $excerpt } · { $count } 次
learn-question =
    ❓ <b>{ $category }</b>
    <blockquote>{ $text }</blockquote>
    问过 { $count } 次，第一次是 { $since }。{ $what }
learn-no-category = 还没分类
learn-why-nothing = 当时没找到出处。
learn-why-wrong = 有人说之前的回答不对。
learn-draft =
    📄 <b>{ $title }</b>
    <blockquote>{ $answer }</blockquote>
    出处：{ $source }
    还能用 { $days } 天，到时要重新核对。
learn-written-by = ✍️ { $name }写的。
learn-own = 🔎 等另一位同事看过。自己写的，要请别人来通过。
learn-sent-back =
    ↩️ 退回来了，理由是：
    <blockquote>{ $reason }</blockquote>
learn-taken = ✍️ { $name }正在写。

## 写答复

learn-title-ask = 先起个标题，照大家平常问的话写，最多 { $limit } 个字。
learn-answer-ask =
    再写答复，最多 { $limit } 个字。先说结论，再说怎么办。
    不要写到具体的人；提到第几条、电话号码，都得是我这里查得到的。
learn-basis-ask = 出自哪几条？比如“劳动法 44；劳动合同法 31”。出自公司文件的，按“跳过”。
learn-document-ask = 是哪份公司文件？写文件的名字就行。
learn-until-ask = 这个答复多久以后要重新核对？
learn-read-back =
    请读一遍，<b>还没有提交</b>：

    { $text_html }
learn-submitted = 📤 “{ $title }”提交了。另一位同事看过、通过以后，大家才看得到。

## 另一位同事看

learn-approved = ✅ “{ $title }”通过了，以后有人这样问就能看到。想知道答复的人，马上会收到。
learn-send-back-why = 哪里要改？写一句给写的人看。
learn-sent-back-done = ↩️ 退回去了，草稿和您的话都在。
learn-dismiss-why = 为什么不算法规问题？写一句，只有内部看得到。
learn-dismissed = 好，从清单上拿掉了。以后再有人这样问，也不会再上清单。

## 说不行的时候

refused-not-for-you = 这一步要由名册上的政策专员、律师或主管来做。
refused-question-gone = 这个问题不在清单里了。
refused-question-moved = 有同事快了一步，这个问题已经变了。回到清单再打开看看。
refused-taken-already = { $name }正在写这个问题。一小时还没写完，别人就可以接着写。
refused-own-answer = 自己写的答复，要请另一位同事来通过。
refused-answer-length = 标题和答复都要有，答复最多 { $limit } 个字。
refused-telephone-not-checked = “{ $number }”像是电话号码，可它不在核对过的号码表里。请换一个，或者不写。是别的数目的话，后面加上单位。
refused-basis-missing = 请写出自哪几条，或者公司文件的名字。
refused-basis-too-long = 最多写 { $count } 条；文件名最多 { $limit } 个字。
refused-basis-not-stored = 法规库里没有现行的“{ $number }”。请核对法名和条号，再发一次。
refused-number-not-in-basis = 答复里提到“{ $number }”这一条，出处里却没有。请把出处补全再发一次，或者从标题重写。
refused-until-wrong = 核对的期限过了，或者太长。请重新选半年或一年。

## 告诉想知道的人

notice-question-answered =
    💡 您之前问的，现在有答复了：
    <b>{ $title }</b>
    <blockquote>{ $answer }</blockquote>
    出处：{ $source }
    { $since } 由两位同事看过。告诉您这一次之后，我这里不再记着是您想知道。
