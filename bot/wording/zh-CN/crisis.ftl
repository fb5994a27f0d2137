## 危机通道：先有人，后有别的。最多三句短话，一个号码，不填表，不讲法

crisis-suicide = 谢谢您说出来，我很在意您。您现在安全吗？我已经在叫人来陪您说话{ $hotline ->
        [none] 。
       *[other] ，等的时候也可以打 <b>{ $hotline }</b>。
    }
crisis-self-harm = 谢谢您说出来，您一定很疼。您现在安全吗？我已经在叫人来陪您说话{ $hotline ->
        [none] 。
       *[other] ，等的时候也可以打 <b>{ $hotline }</b>。
    }
crisis-under-way = 请先停一停，离危险远一点，您不是一个人。我正在叫人过来。{ $hotline ->
        [none] 请马上叫身边的人。
       *[other] 现在就打 <b>{ $hotline }</b>，或者请身边的人打。
    }
crisis-threat = 我听到了，您是真的被逼急了。请先离开那儿缓一缓，我正在叫人来跟您谈。{ $hotline ->
        [none] 别一个人扛着。
       *[other] 眼看要出事，就打 <b>{ $hotline }</b>。
    }
crisis-domestic-violence = 这不是您的错，您现在安全吗？我正在叫人来帮您。{ $hotline ->
        [none] 能走的话，先到有人的地方。
       *[other] 危险就在眼前，请打 <b>{ $hotline }</b>。
    }
crisis-work-danger = 人先撤到安全的地方，别回去拿东西。我正在叫人。{ $hotline ->
        [none] 请马上喊身边的人一起撤。
       *[other] 现在就打 <b>{ $hotline }</b>。
    }
crisis-about-other = 谢谢您替 TA 着急。TA 现在安全吗，身边有人吗？我正在叫人来跟您说{ $hotline ->
        [none] 。
       *[other] ；要紧就打 <b>{ $hotline }</b>。
    }
crisis-are-you-well = 刚才那句话，我有点放心不下。您还好吗？
crisis-wants-to-talk = （想找个人说说话）
crisis-glad = 好，那就好。什么时候想找人说说，随时叫我。
crisis-left = 知道您现在安全，我就放心了。刚才写的话，我们这边已经删掉，只留在您自己这里。要不要明天有人来问问您？
crisis-tomorrow = 好，明天会有人来问您一声。不想说了，不理也没关系。
crisis-nothing-open = 现在没有正在进行的通话。
crisis-you-are-there =
    您已经接上了。从现在起，您写的每一句都直接到 TA 那里，TA 的话也到您这里。

    先听，不急着劝；问一句“现在安全吗”。有马上的危险，请打 110 或者 120。
crisis-handed-over = 交回来了，谢谢您。您自己也歇一歇。
crisis-drill-thanks = ✅ 演练收到，通道是通的，谢谢您。

crisis-inline = 谢谢您说出来，{ $hotline ->
        [none] 有人愿意听您说
       *[other] 现在就可以打 { $hotline }
    }
crisis-inline-more = 点上面的按钮，马上叫人来陪您说话。
crisis-inline-button = 💚 找人说说
crisis-inline-shared = { $hotline ->
        [none] 难受的时候别一个人扛，找个人说说。
       *[other] 难受的时候别一个人扛，随时可以打 <b>{ $hotline }</b>。
    }

button-crisis-safe = 🙂 我现在安全了
button-crisis-talk = 想找人说说
button-crisis-fine = 我没事，谢谢
button-crisis-tomorrow = 好，明天问问我
button-crisis-take = 🤝 我来
button-crisis-hand-back = 交回
button-crisis-tell = 打个招呼

notice-crisis-ring = 🆘 有人现在需要您。按一下“我来”，就能直接跟 TA 说话。
notice-crisis-drill = 🔔 通道演练：请按一下“我来”。没有人在等，只是看看通不通。
notice-crisis-drill-missed = 🔔 今天的危机通道演练没有人应。请看看值班的人是不是都在：/duty
notice-crisis-numbers =
    还没有人接上，别一个人扛着。现在就可以打：
    <b>12356</b> 心理援助　<b>120</b> 急救　<b>110</b> 报警
    我们还在接着叫人。
notice-crisis-here = { $handler }来了，就在这里。您直接说就行。
notice-crisis-safe = TA 说现在安全了，这次通话就到这里。写的内容已经删掉。
notice-crisis-handed-back = 今天先到这里。什么时候又难受了，直接写给我，马上叫人。
notice-crisis-hello = 💚 我是{ $handler }，昨天跟您说过话。今天好些了吗？想说就直接写，我在。
notice-crisis-call-back = 💚 昨天跟您说过话的人，愿意今天有人再问一声。按一下就把问候带过去。

on-call = 📟 现在值班：{ $people }
on-call-nobody = 📟 现在没有排值班，会先叫心理咨询师，再叫其他能听的人。
on-call-gaps =
    ⚠️ 七天里这些时候没有人值班：
    { $lines_html }
on-call-no-gaps = 七天里都有人值班。
on-call-gap = { $first } 到 { $last }

refused-crisis-taken = 已经有人接上了，谢谢您。
refused-crisis-over = 这次已经结束了。
refused-crisis-one-at-a-time = 您正在跟另一个人说话，请让别的同事来接这一个。
