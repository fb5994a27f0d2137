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
