"""Invented facts for every kind of paper, and a small library of laws with invented texts."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from knowledge.cards.card import Reference
from knowledge.laws.catalogue.catalogue import LawEntry, Level
from knowledge.laws.texts.article import Article
from knowledge.laws.texts.store import LawStore
from mediation.model.procedure.paper import Kind, Limit, Paper, Signer
from mediation.papers.templates import load_templates
from mediation.papers.writing import write

DAY = date(2026, 11, 24)
SIGNER = Signer("林工", "信访办公室")
PLAIN = Limit(date(2026, 12, 9), date(2026, 12, 9))
ROLLED = Limit(date(2027, 1, 1), date(2027, 1, 4))
BASIS = (Reference(law="信访工作条例", article=31), Reference(law="劳动法", article=44))
RECEIVED = datetime(2026, 11, 24, 9, 5, tzinfo=ZoneInfo("Asia/Shanghai"))

_HEAD: dict[str, Any] = {
    "number": "信桥〔2026〕12号",
    "date": DAY,
    "office": "示例公司信访办公室",
    "case": "K7QF-2MRD",
}
_REQUEST = {"request": "今年三月到五月的加班费没有发，请补发。"}
_OPINION: dict[str, Any] = {
    "facts": "考勤记录上有三十六小时。\n工资单上没有这一项。",
    "opinion": "加班的事实有记录，应当补发。",
    "basis": BASIS,
}
_LOOKED_AT = {"reviewed": "示例分公司的处理意见", "reviewed_on": date(2026, 10, 8), "received_on": DAY}

FACTS: dict[Kind, dict[str, Any]] = {
    Kind.RECEIPT: {
        "person": "小周",
        "received": RECEIVED,
        "inform_by": PLAIN,
        "items": ["考勤表", "工资单"],
        "other_limits": ["劳动仲裁：最晚到2027年5月31日"],
        "labour": True,
    },
    Kind.ROUTE: {
        "received_on": DAY,
        "route": "这是工资方面的请求，按信访程序办。",
        "handling_office": "人力资源部",
        "due": ROLLED,
        "accepted_on": DAY,
        "handler": "李律师",
        "labour": True,
    },
    Kind.REDIRECTION: {
        "why": "这件事要由劳动人事争议仲裁委员会裁决。",
        "door": "示例区劳动人事争议仲裁委员会",
        "first_step": "带身份证，填一张仲裁申请书。",
        "telephone": "12333",
        "limit": ROLLED,
        "limit_basis": [Reference(law="劳动争议调解仲裁法", article=27)],
    },
    Kind.TRANSFER: {
        "to_office": "示例分公司信访办公室",
        "received_on": DAY,
        "why": "工资由分公司发放。",
        "inform_by": PLAIN,
        "object_by": PLAIN,
        "materials": ["来信一份"],
    },
    Kind.MISSING_ITEMS: {"items": ["考勤表", "工资单"], "send_to": "发在这个聊天里就行。", "due": ROLLED},
    Kind.EXTENSION: {
        "accepted_on": DAY,
        "old_due": PLAIN,
        "new_due": ROLLED,
        "reason": "要调旧档案，还差两个月的记录。",
        "approved_by": "分公司负责人",
        "approved_on": DAY,
    },
    Kind.OPINION: {
        **_OPINION,
        "outcome": "supported",
        "acts": ["人力资源部补发加班费，12月15日以前", "考勤系统改正，12月31日以前"],
        "review_office": "示例公司",
        "review_by": ROLLED,
        "company_rules": ["《考勤办法》：加班要登记"],
        "help": ["工会困难补助"],
    },
    Kind.AGREEMENT: {
        "first_party": "小周",
        "second_party": "示例分公司",
        "mediator": "赵姐（工会）",
        "terms": ["分公司12月15日以前补发", "小周收到以后，这件事了结"],
        "amount": Decimal("12345.6"),
        "confirm_by": PLAIN,
        "labour": True,
    },
    Kind.REVIEW: {
        **_OPINION,
        **_LOOKED_AT,
        "verdict": "changed",
        "acts": ["补发"],
        "recheck_office": "示例集团",
        "recheck_by": ROLLED,
    },
    Kind.RECHECK: {**_OPINION, **_LOOKED_AT, "verdict": "upheld", "other_ways": ["法律援助", "向法院起诉"]},
    Kind.WITHDRAWAL: {
        "asked_on": DAY,
        "confirmed_by": "周主任",
        "data_choice": "案卷留存，聊天删掉。",
    },
    Kind.SUPERVISION: {
        "to_office": "示例分公司",
        "finding": "书面意见过了期限还没有送到。",
        "basis": [Reference(law="信访工作条例", article=34)],
        "acts": ["把书面意见送到本人"],
        "reply_by": PLAIN,
        "due": PLAIN,
    },
    Kind.SECOND_LOOK: {
        "timeline": ["三月：第一次提出", "六月：答复"],
        "decided": "六月答复说记录不全。",
        "why_open": "记录后来找到了。",
        "plan": ["按新记录重算", "补发"],
        "sponsor": "副经理",
        "sponsor_office": "示例公司",
        "finish_by": date(2026, 12, 31),
        "look_again_on": date(2027, 1, 15),
        "done_when": "钱到账，本人看过算法。",
        "times": 3,
    },
}


def facts(kind: Kind, **changes: Any) -> dict[str, Any]:
    """What is needed and more; a change to None takes a fact away."""
    request = {} if kind is Kind.SUPERVISION else _REQUEST
    return _HEAD | request | FACTS[kind] | changes


def a_paper(kind: Kind = Kind.OPINION, language: str = "zh-CN", **changes: Any) -> Paper:
    """The draft of a paper with our own templates."""
    return write(kind, facts(kind, **changes), load_templates(language))


_NUMBERS = {
    "信访工作条例": (18, 23, 28, 31, 33, 34, 35, 36, 37),
    "劳动争议调解仲裁法": (5, 14, 15, 27),
    "人民调解法": (33,),
    "劳动法": (44,),
}
_TEXT = "这里写第一款：\n（一）一项；\n（二）又一项。\n这里写第二款。"


def small_store() -> LawStore:
    """The articles that the templates and the examples name, in force since 2022, and a later text of one."""
    entries = [LawEntry(short=law, official=law, level=Level.LAW) for law in _NUMBERS]
    entries.append(LawEntry(short="信访条例", official="信访条例", superseded_by="信访工作条例"))
    found = [_article(law, number) for law, numbers in _NUMBERS.items() for number in numbers]
    later = _article("劳动法", 90, date(2027, 1, 1))
    return LawStore(entries, [*found, later, _article("信访条例", 9, date(2005, 5, 1))])


def _article(law: str, number: int, since: date = date(2022, 5, 1)) -> Article:
    return Article(
        law=law, official_title=law, number=number, sub=None, book=None, chapter=None, section=None,
        text=_TEXT, passed=since, in_force=since, source="test",
    )  # fmt: skip
