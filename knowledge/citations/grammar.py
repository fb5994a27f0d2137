"""How people write an article number. Regular expressions over text whose digits were made half-width."""

import re

from knowledge.text.numerals import NUMERAL_CHARS, read_numeral

NUMBER = rf"(?:\d{{1,4}}(?!\d)|[{NUMERAL_CHARS}]{{1,9}})"
_SUB = rf"(?:之(?P<sub>[{NUMERAL_CHARS}]{{1,3}}|\d{{1,2}}(?!\d)))"
_PARAGRAPH = rf"(?:[的,， ]?第?(?P<paragraph>{NUMBER})款)"
_ITEM = rf"(?:[的,， ]?第?\(?(?P<item>{NUMBER})\)?[项目]|\((?P<item_in_brackets>{NUMBER})\))"

ARTICLE = re.compile(
    rf"(?P<ordinal>第 ?)?(?<![\d.])(?P<number>{NUMBER}|\d{{5}}(?!\d)) ?条{_SUB}?{_PARAGRAPH}?{_ITEM}?",
)
"""第一百三十三条之一第二款第(三)项, 38条一款三项, 1254条."""

LIST = re.compile(
    rf"(?P<first>第?(?<![\d.]){NUMBER} ?条?(?: ?(?:[、,，和与及跟]|以及) ?第?{NUMBER} ?条?){{0,30}})"
    rf" ?(?:[、,，和与及跟]|以及) ?第?{NUMBER} ?条"
)
"""第38、46和47条: only the last one carries 条."""

RANGE = re.compile(
    rf"第? ?(?<![\d.])(?P<first>{NUMBER}) ?条? ?(?:至|到|[-–—~～]{{1,2}}) ?第? ?(?P<last>{NUMBER}) ?条"
)
"""第10至12条, 10-12条, 第十条到第十二条."""

_NOT_AFTER = (
    r"(?![\d年月日号天周点分秒时小个元块毛角万亿千百%％．:/人名位次遍遭岁章编节款项级页本版届期亩米度斤修新施起"
    r"开多来几余]|\.\d)"
)
"""After a number that cites nothing: 2023年, 3天, 98.5, 2023修订."""
_WRITTEN_OUT = rf"[{NUMERAL_CHARS}]{{2,9}}(?=$|[\s,，。、?？!！;；的])"

BARE = re.compile(
    rf"(?P<ordinal>第 ?)?(?P<number>\d{{1,4}}{_NOT_AFTER}|{_WRITTEN_OUT}){_SUB}?(?!-?\d)",
)
"""民法典1254, 民法典一千二百五十四: only directly after a title."""

BARE_RANGE = re.compile(rf"(?P<first>\d{{1,4}}) ?(?:至|到|[-–—~～]{{1,2}}) ?(?P<last>\d{{1,4}}){_NOT_AFTER}")
BARE_MORE = re.compile(rf" ?(?:[、,，和与及跟]|以及) ?(?=第?\d{{1,4}}{_NOT_AFTER}(?![条款项]))")

COUNTED_IN_ORDER = re.compile(
    r" ?(?:生产线|管线|皮带|输送带|微信|短信|消息|语音|评论|船|街|路|河|沟|线路?|地铁|巷|胡同|命|狗|鱼|"
    r"裤子|腿|胳膊|跑道|航线|建议|意见)"
)
"""After 第二条: the second of things, not Article 2."""
AFTER_TITLE = re.compile(r"[法典例》] ?\Z")
COUNTED = re.compile(
    r"(?:共|有|总|约|发|写|提|列|回|收|给|买|抽|捞|钓|养|送|"
    r"这|那|哪|每|几|数|前|后|头|等) ?(?:了|到|出|下)? ?\Z"
)
"""Before a number without 第: it counts things (发了38条短信, 共98条), it does not cite."""
COUNTED_NOUN = re.compile(
    r" ?的?(?:"
    r"建议|意见|微信|短信|消息|信息|评论|语音|路|线|命|狗|鱼|裤|腿|船|"
    r"河|街|龙|毛巾|烟|香烟|被子|理由|要求|内容|记录|新闻|通知|规矩|罪状|"
    r"留言|回复|投诉|好汉|生产线|管线|皮带|蛇|绳|沟|心|件事|原则|纪律|"
    r"禁令|措施"
    r")"
)
FOREIGN = re.compile(
    r"(?:解释|村规|厂规|队规|校规|家规|群规|民约|条例|办法|细则|规定|规程|规则|决定|通知|意见|制度|手册|合同|协议|"
    r"章程|公约|规章|纪要|修正案|标准|指引|方案|守则|准则|文件|协定|预案|大纲|须知|条款|保单|清单|操作票|工作票|"
    r"(?:承诺|保证|责任|告知|任务|说明|申请|判决|裁决|调解|招标|投标|聘)书|作业票|图纸|公告|公示|帖子|讲话|台账|"
    r"(?:你|您|他|她|我|人家|领导|上面|前面|下面|群里|刚才|刚刚)(?:说|发|列|写|提|讲|给)?|记录本|法)"
    r"(?:[》”\"]|\([^()]{1,12}\)|里边?|中|上|的|书|里面|本)*[，,]? ?\Z"
)
"""Another document owns the number: 合同第5条, 员工手册里第12条, 《某某法》第3条."""


def number_of(match: re.Match[str], *names: str) -> int | None:
    """The numeral in the first of the named groups that took part."""
    written = next((match[name] for name in names if match[name]), None)
    return read_numeral(written) if written else None
