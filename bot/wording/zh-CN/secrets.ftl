# 撤回发错的，和不该发到这里的东西
command-takeback = 撤回发错的内容
button-take-back = ↩ 撤回这一条
take-back-sure = 撤回这一条？我这里删掉，对方那边也一起撤。
take-back-which = 要撤回哪一条？按一下就撤。
take-back-none = 没有能撤回的内容。
take-back-done = 撤回了：我这里删了，这个聊天里也删了；转给调解员的，正在那边删。对方看过的，收不回来。
take-back-done-here-left = 撤回了：我这里删了；转给调解员的，正在那边删。这个聊天里的那条，Telegram 不让我删了，请您自己长按删掉。
taken-back-here = <i>当事人撤回了这一条</i>
kind-taken-back = （当事人撤回了）
notice-taken-back-left = 您撤回的那一条（{ $number }），我这里已经删了，可对方聊天里的那份太早了，Telegram 不让删。要紧的话，请让调解员手动删掉。
secret-state = 这一条像是涉及国家秘密，我先没有存。涉密的内容不能在网上传，这里也不行。要说的事，去掉密件和数据也能说清楚。
secret-commercial = 这一条像是公司的商业秘密，我先没有存。坐标、储量、标底这些，去掉也能把事情说清楚。
secret-left-out = 没有存，这个聊天里的那条也删了。您接着说事情就好。
secret-left-out-here = 没有存。这个聊天里的那条 Telegram 不让我删，请您自己长按删掉。
button-secret-out = 不放进来
button-secret-none = 不涉密，照常放
button-secret-person = 拿不准，找个人问
