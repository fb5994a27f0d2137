### 同一件事又来了：自己的、别人的、大家一起的。

## 登记之前：自己以前说过的

alike-found =
    📎 您以前说过的，好像有一件事跟这次的一样：

    { $lines_html }

    是同一件，补充进去就行，不用从头走一遍；想再正式提一次，也可以。是新的事，照样登记。
    <b>现在还没有登记</b>，您来定。
alike-line = • <b>{ $number }</b> · { $category } · { $state }（{ $filed } 登记）
alike-reopens = 已办结的那件，补充进去就重新打开，接着办。
alike-answer = { $label }：{ $answer }
alike-added = ➕ 都补充到 { $number } 里了，没有另外登记。接手的人看得到。
button-file-again = 🔁 还是 { $number } 那件，再提一次
button-file-new = ✅ 是新的事，登记
button-read-again = ⬅️ 先不登记，再看一遍
refused-same-case = 这两个是同一个编号，不用再连。

## 大家一起提的

notice-joint-signed = 🤝 您那件事（{ $number }）又有同事联名了，现在一共 { $count } 位。
refused-statement-length = 请用文字写一两句，1 到 { $limit } 个字。
refused-joint-is-over = { $number } 已经结束或者撤回了，现在不能联名。
refused-join-code-unknown = 没有这个联名码，请跟给您码的同事核对一下。
refused-joint-own = 这是您自己提的事，本来就算您一份，不用再联名。
refused-joint-handles = 这件事归您办，办事的人不能联名。您自己也有同样的难处，可以另外登记。
refused-five-representatives = 当面反映，代表最多 { $limit } 位，已经满了（信访工作条例，2022年5月1日起施行，第20条第3款）。您的联名照样算数，想说的可以请代表带到。

## 别人也提过

button-likely = 🔍 可能是同一件事
button-likely-yes = ✅ { $number } 是同一件
button-likely-no = ✖️ { $number } 不是
likely-list =
    🔍 近一年别人提的里面，可能跟 { $number } 是同一件事的：

    { $lines_html }

    这里只看得到编号、代号、类别和状态。是不是一回事，您来定，按错了可以改。
likely-line = • <b>{ $number }</b> · { $alias } · { $category } · { $state }
likely-line-confirmed = • ✅ <b>{ $number }</b> · { $alias } · { $category } · { $state }（核对过，是同一件）
likely-none = 🔍 近一年别人提的里面，没有看着跟 { $number } 像同一件的。
likely-noted = 记下了。
panel-repeat-of = 🔁 当事人说，跟 { $number }（{ $state }）是同一件事
panel-likely = 🔍 核对过，跟 { $number }（{ $alias }，{ $state }）是同一件事，另一位当事人提的
panel-joint = 🔗 跟 { $number }（{ $state }）连着：联名的一位说，自己提的就是这件事
command-join = 用联名码，一起提
button-joint = 🤝 找同事一起提
joint-ask =
    🤝 <b>找同事一起提</b>（{ $number }）
    有同样难处的同事，可以在您这件事上联名，每人只算一次。他们只看得到编号、类别、办到哪一步和您下面写的话，看不到您的名字，也看不到您跟调解员说的。

    请写一两句大家都认的话：什么事，想怎么解决（最多 { $limit } 个字）。
joint-read-back =
    大家要签的就是这几句：
    <blockquote>{ $text }</blockquote>
    有人签了就不能再改。要改，现在重新写一条发来。
button-joint-open = ✅ 就这样，给我联名码
joint-page =
    🤝 <b>{ $number }</b>，大家一起提
    <blockquote>{ $text }</blockquote>
    联名码：<code>{ $code }</code>
    链接：{ $link }

    已经联名：<b>{ $count }</b> 位同事（不算您）。当面反映的代表：{ $representatives } 位，最多 { $limit } 位。
    把码或链接发给同事就行。您看得到有几位，看不到是谁。
see-joint = 🤝 已经联名：{ $count } 位同事（不算您）；当面反映的代表 { $representatives } 位
see-repeat = 🔁 跟 { $number }（{ $state }）是同一件事
panel-cosigned =
    🤝 大家一起提：联名 { $count } 位（不算当事人），当面反映的代表 { $representatives } 位
    <blockquote>{ $text }</blockquote>
join-how = 🤝 请把同事给您的联名码发来，像这样：<code>K7QF2-MRD3X</code>
join-page =
    🤝 有同事请您一起提这件事，<b>您还没有联名</b>。
    编号：{ $number }
    类别：{ $category }
    现在：{ $state }
    <blockquote>{ $text }</blockquote>
    已经联名 { $count } 位。按下去就算您一份；提的人和办的人只看得到有几位，看不到您是谁。随时可以撤回。
button-sign = ✍️ 我也一样，联名
join-done = 联名好了，谢谢您。
signed-page =
    🤝 您联名的事：<b>{ $number }</b>
    类别：{ $category }
    现在：{ $state }
    <blockquote>{ $text }</blockquote>
    一共 { $count } 位联名。当面反映的代表：{ $representatives } 位，最多 { $limit } 位。
    调解员跟提的人说的话，这里看不到。进展在 /cases 里看。
signed-row = 🤝 { $number } · { $category } · { $state }
button-stand = 🙋 当面反映，我愿意当代表
button-stand-not = 🙅 代表我不当了
stands-now = 好，算您一位代表。
stands-not = 好，不算您当代表了。
button-unsign = ↩️ 撤回联名
unsigned = ↩️ { $number } 的联名撤回了，不再算您。改主意了，再按一下就行。
join-own = 您自己也提过很像的事。是同一件的话，可以连起来，办的人就知道了；两件都照样办。
button-link-own = 🔗 我的 { $number } 就是这件事
join-own-done = 🔗 { $number } 连好了。
