### 算一算：加班费、离职补偿、年休假、工伤期限、退休年月。

reckon-choose =
    🧮 想算哪一项？我一个一个问，答完就出结果。

    算一算<b>不算登记</b>，没有人会看。答完或者不算了，您写的数就清掉。
reckon-question =
    🧮 <b>{ $title }</b>，请问：
    { $ask }
reckon-in-words = 请直接用文字写，图片和语音我算不了。
reckon-stopped = 好，不算了。刚才写的数都清掉了。
reckon-result =
    🧮 <b>{ $title }</b> · 算好了

    { $lines_html }
reckon-stands-on = <b>站在这些规定上</b>
reckon-article = • { $title }{ $label }（{ $passed } 通过{ $in_force ->
        [none] {""}
       *[other] ，{ $in_force } 起施行
    }）
reckon-document = • { $title }
reckon-date = { $year }年{ $month }月{ $day }日
reckon-month = { $year }年{ $month }月
button-reckon = 🧮 算一算
button-reckon-back = ◀️ 上一步
button-reckon-stop = 不算了
button-reckon-again = 🔄 再算一次
button-reckon-law = 📖 看法条：{ $law } { $number }

## 没看懂

reckon-bad-money = 这个数我没看懂。写成 6000、6千、六千五、1.2万 都行。
reckon-bad-hours = 小时数我没看懂。写成 8、8.5 或者“8个半小时”都行。
reckon-bad-days = 天数我没看懂。写成 3 或者“3天”就行。
reckon-bad-count = 这个数我没看懂。写个整数就行，比如 11。
reckon-bad-date = 这个日子我没看懂。写成 2019.3.15、2019年3月15日 或者“今天”都行。
reckon-bad-day = 还差是几号。写全一点，比如 2019年3月15日；不记得就写1号。
reckon-bad-month = 年月我没看懂。写成 1968年5月 或者 1968.5 都行。
reckon-bad-choice = 请在下面的按钮里选一个。
reckon-bad-needed = 这一项少了就算不出来。可以先写个大概的数，回头再算一次。
reckon-bad-little = 这个数好像小了，至少是 { $least }。是不是少写了几位，或者少了“千”“万”？
reckon-bad-much = 这个数好像大了，最多是 { $most }。是不是多写了几位？
reckon-bad-early = 这个年份好像早了，最早从 { $least } 年算起。是不是写错了？
reckon-bad-late = 这个年份好像晚了，最晚到 { $most } 年。是不是写错了？
reckon-bad-ahead = 这一天还没到呢。请写今天或以前的日子。
reckon-bad-order = 这一天比前面写的那天还早。请再看一眼；前面写错了就按“上一步”。

## 加班费

reckon-overtime-hourly = 月工资 { $wage } 元，一小时合 { $hourly } 元。
reckon-overtime-workdays = 平常日子 { $spent } 小时（150%）：{ $amount } 元
reckon-overtime-rest-days = 休息日 { $spent } 小时（200%）：{ $amount } 元
reckon-overtime-holidays = 法定节假日 { $spent } 小时（300%）：{ $amount } 元
reckon-overtime-total = 加班费一共至少 <b>{ $amount } 元</b>
reckon-overtime-how = <i>算法：月工资 ÷ 21.75 天 ÷ 8 小时 × 加班小时 × 倍数，最后才四舍五入到分。</i>
reckon-note-overtime-base = • 按哪个工资数算，各地和合同里的约定可能不同；实行综合工时、不定时工时的，算法也不一样。
reckon-caveat-money = 这是按您写的数算的，不是决定；最后的金额，以仲裁或法院认定为准（劳动争议调解仲裁法第五条，2008年5月1日起施行）。

## 离职补偿

reckon-severance-served = 算进去的工龄：{ $years } 年 { $months } 个月 { $days } 天，合 N = <b>{ $steps }</b>
reckon-severance-base = 每个月按 { $base } 元算
reckon-severance-base-capped = 工资超过当地平均的三倍，每个月按三倍也就是 { $base } 元算，最多算 12 年
reckon-severance-total = 一共 <b>{ $amount } 元</b>
reckon-severance-how = <i>算法：{ $steps } × { $base } = { $amount }。满一年算 1，余下的满六个月算 1，不满算 0.5；第一天和最后一天都算在内。</i>
reckon-severance-how-notice = <i>算法：{ $steps } × { $base } + 上月工资 { $notice } = { $amount }。满一年算 1，余下的满六个月算 1，不满算 0.5；第一天和最后一天都算在内。</i>
reckon-severance-how-double = <i>算法：{ $steps } × { $base } × 2 = { $amount }。满一年算 1，余下的满六个月算 1，不满算 0.5；第一天和最后一天都算在内。</i>
reckon-note-severance-when = • 不是每种离职都有补偿，自己想走、单位也没有过错的，一般没有。拿不准自己算不算，找个人问问。
reckon-note-severance-double = • 2N 要先认定是违法辞退；拿了 2N，就不再另给 N。
reckon-note-severance-older = • 2008年以前的那段工龄要按当时的老规定算，这里没算进去，请找个人帮您看。
reckon-note-severance-cap = • 没填当地平均工资，所以没看封顶。您的工资要是比它的三倍还高，结果会少一些。
reckon-note-severance-wage = • 月工资按应发的算，奖金、津贴都在内；低于当地最低工资的，按最低工资算。

## 年休假

reckon-leave-full = 按您的工龄，一整年有 <b>{ $full } 天</b>年休假
reckon-leave-not-yet = 累计工作满一年，并且连续工作满12个月以后，才有年休假。现在还差一点，到时候再来算。
reckon-leave-joined = { $date }入职，那一年在这儿能休 { $due } 天（剩下的日子 ÷ 365 × { $full }，零头不算）
reckon-leave-left = 做到{ $date }，那一年按过去的日子 ÷ 365 × { $full } - 已休 { $taken } 天来算，零头不算
reckon-leave-unused = 还没休的：<b>{ $unused } 天</b>（已休 { $taken } 天）
reckon-leave-pay = 这些天要是一直没安排您休，除了平常的工资，还应另给 <b>{ $extra } 元</b>（连平常工资一起是 { $whole } 元）
reckon-leave-pay-how = <i>算法：一天工资 { $daily } 元（月工资 ÷ 21.75）× { $unused } 天 × 300%，其中平常那一份已经发过，另给的是两份。</i>
reckon-note-leave-none = • 有几种情况当年不再休：寒暑假比年假长；带薪事假一年满 20 天；病假长（工龄不满10年的满 2 个月，满10年不满20年的满 3 个月，满20年的满 4 个月）。
reckon-note-leave-more = • 合同或单位的规定给得更多的，按多的来。今年新来今年又走的，请找个人一起算。
reckon-note-leave-own-wish = • 单位安排了，是您自己书面说不休的，可以只发平常的工资。
reckon-caveat-leave = 这是按您写的数算的，不是决定；对不上的话，先找人事或工会问问。

## 工伤期限

reckon-injury-employer = 单位去申请：到{ $until }为止，{ $left ->
        [0] <b>今天是最后一天</b>
       *[other] 还剩 <b>{ $left } 天</b>
    }
reckon-injury-employer-over = 单位去申请：{ $until }到期，已经过了 { $ago } 天。
reckon-injury-self = 单位没报的话，您自己、家里人或工会去申请：到{ $until }为止，{ $left ->
        [0] <b>今天是最后一天</b>
       *[other] 还剩 <b>{ $left } 天</b>
    }
reckon-injury-self-over = 您自己、家里人或工会去申请：{ $until }到期，已经过了 { $ago } 天。
reckon-injury-again = 不服鉴定，申请再次鉴定：到{ $until }为止，{ $left ->
        [0] <b>今天是最后一天</b>
       *[other] 还剩 <b>{ $left } 天</b>
    }
reckon-injury-again-over = 不服鉴定，申请再次鉴定：{ $until }到期，已经过了 { $ago } 天。
reckon-injury-rolled = （算出来是{ $plain }，碰上周末，顺延到{ $until }）
reckon-injury-how = <i>算法：从第二天开始数，30 天、一年、15 天；最后一天是周末就顺到周一。法定节假日我这里看不到，碰上了还可能再顺延，别卡着最后一天办。</i>
reckon-note-injury-over = • 过了期限先别灰心：不是您自己的原因耽误的时间，可以不算在内，比如单位拖着不报。请尽快找位律师看看。
reckon-note-injury-early = • 病历、诊断证明、证人的联系方式先留好，越早申请越稳当。
reckon-caveat-injury = 这是按您写的日子算的，不是决定；以当地社保行政部门的认定为准。

## 退休年月

reckon-retirement-age = 您的法定退休年龄是 <b>{ $years } 岁{ $months ->
        [0] {""}
       *[other] {" "}{ $months } 个月
    }</b>，也就是 <b>{ $month }</b>
reckon-retirement-old-age = 您在新办法开始以前就到了年龄：{ $years } 岁{ $months ->
        [0] {""}
       *[other] {" "}{ $months } 个月
    }，也就是 <b>{ $month }</b>，不往后延。
reckon-retirement-window = 弹性退休：自愿的话最早 { $earliest }；跟单位商量好了，最晚 { $latest }
reckon-retirement-contribution = { $year }年退休，养老保险至少要缴满 { $years } 年{ $months ->
        [0] {""}
       *[other] {" "}{ $months } 个月
    }
reckon-retirement-how = <i>算法：男职工和原 55 岁的女职工，出生每晚四个月延一个月；原 50 岁的女职工，每晚两个月延一个月；延到 63、58、55 岁为止。</i>
reckon-note-retirement-early = • 想早点退，先要缴够最低年头，还要至少提前三个月书面告诉单位；想晚点退，要跟单位写下来。按哪一年的年头算，问问社保经办机构。
reckon-note-retirement-special = • 特殊工种、因病提前退休另有规定，这里没算。
reckon-caveat-retirement = 这是按您写的年月算的，不是决定；以社保经办机构核定为准。
