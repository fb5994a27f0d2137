# 写得太快、太多时说的话：什么都不丢，只是晚一点
limit-messages = 您写得比我看得快。都收着呢，一句不丢，{ $time } 起接着一条条看。急事现在就说，我先看。
limit-presses = 按得比我办得快。都记着呢，{ $time } 起接着办，不用再按。
limit-law = 问得有点急了，{ $time } 以后再查。您这句还在上面，到时按“拿它查法规”就行。
limit-files = 这一个小时收的文件不少了。这一份还在这里没丢，{ $time } 以后按一下就放进来。
limit-files-still = 还要等一会儿，{ $time } 以后再按，文件还在。
limit-taken-in = 放进来了，一共 { $count } 条。
limit-copy = 一样的话已经记下了，留一份就够。您接着说。
limit-copy-said = 一样的话刚才已经转过去了，不用再发。
limit-sealed = 今天提交的不少了。这一份给您留着草稿，{ $time } 以后再提交。
refused-too-many-filings = 一天登记 { $limit } 件是上限。草稿给您留着，{ $time } 以后再按登记。
foreign-group = 谢谢邀请。这个群里我帮不上忙，先退出了。谁有事想说，私聊我就行。
button-take-it-in = 放进来
