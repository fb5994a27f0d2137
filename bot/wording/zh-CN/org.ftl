# 督查看组织机构、导出台账 / what supervisors look at: the organisation, the register of matters

org = 📋 组织机构检查：有 { $count } 处要看一看。
    { $lines_html }
org-fine = 📋 组织机构检查：没有发现缺位、到期或对不上的地方。
org-empty = 还没有导入组织机构。请管理员运行 xinqiao org import。
org-line = • { $entry }：{ $found }{ $other ->
        [none] { "" }
       *[other] （{ $other }）
    }
org-more = ……还有 { $count } 处，请管理员运行 xinqiao org check 看全。
overseeing-only = 这里只给督查。
register-caption = 台账，{ $count } 件。没有姓名和内容，只有编号、代号、状态和期限；导出已留痕。
register-none = 现在没有正式办理的事。
button-register = 📤 导出台账

org-found-unit-twice = 单位编号重复
org-found-department-twice = 部门编号重复
org-found-person-twice = 工号重复
org-found-chat-twice = 同一个 Telegram 编号
org-found-unknown-unit = 指向不存在的单位
org-found-unknown-department = 指向不存在的部门
org-found-unknown-person = 指向不存在的人
org-found-unknown-kind = 部门类型不存在
org-found-unknown-category = 类别代码不存在
org-found-unit-in-circle = 上级单位绕成了圈
org-found-unit-without-head = 单位没有主要负责人
org-found-two-heads = 有两位负责人
org-found-department-without-duties = 部门没有权责清单
org-found-category-without-owner = 这一类没有部门负责
org-found-reports-to-self = 直接上级是自己
org-found-reports-in-circle = 汇报关系绕成了圈
org-found-role-ended = 角色已到期
org-found-empty-chain = 这些类别一个负责的人都没有
org-found-nobody-takes-it = 这些类别没有人能接
