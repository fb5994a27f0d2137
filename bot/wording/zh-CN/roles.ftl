# 谁在这里工作：身份由一位管理员提出、另一位同意，到期就停。

duty-administrator = 管理员
duty-awareness = 普法人员

admin-welcome = ✅ 您现在是管理员了。加人由一位管理员提出、另一位同意；名册发 /staff 看。

notice-grant-asked =
    👤 { $handler }提出：请 { $name } 担任{ $duty }，到 { $last }。
    您同意才算数。
notice-grant-in-your-name = 👤 以您的名义提出了：请 { $name } 担任{ $duty }，到 { $last }。不是您提的，请马上告诉另一位管理员。
notice-grant-given = ✅ { $name } 担任{ $duty }，今天起，到 { $last }。
notice-grant-refused = 另一位管理员没有同意 { $name } 担任{ $duty }。
notice-grant-lapsed = { $name } 担任{ $duty }的事没有人点同意，已经过期。需要的话再提一次。
notice-grant-ending = ⏳ { $name } 的身份（{ $duty }）到 { $last } 为止。还要做下去，请管理员再提一次。
notice-grant-ended = { $name } 的身份（{ $duty }）到期了，手上的事已经交出来。谢谢。
notice-handler-left = 👤 { $number } 的承办人或包案领导不在岗了，请指定一位。
notice-duty-gap = 👤 有人离岗，值班空出了 { $count } 个班。请补上，空档发 /duty 看。

button-grant-yes = 同意
button-grant-no = 不同意
button-staff-end = 确定离岗

grant-approved = ✅ 您同意了：{ $name }。
grant-not-approved = 没有同意：{ $name }。提出的人会知道。

staff-list = 👤 名册上有 { $count } 人。点名字办离岗。
staff-end-sure = { $name } 离岗：马上进不来了，手上的事交给别人。确定吗？
staff-ended = ✅ 已离岗，{ $count } 件事交出来了。

refused-grant-duty = 没有这个身份
refused-grant-not-yours = 只有管理员可以提出
refused-grant-own = 自己的事，请另一位管理员来定
refused-grant-until = 到期日要在今天以后，最长 { $limit } 天
refused-grant-nobody = 还没有另一位管理员可以同意
refused-grant-is-over = 这件事已经定了，或者过期了
refused-grant-has-role = 您已经有身份了；管理员不办案，要先离开原来的身份
refused-admin-code = 这个码用不了
