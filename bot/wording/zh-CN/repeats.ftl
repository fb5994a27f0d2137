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
