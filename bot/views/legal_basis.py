"""How a basis is cited in a sentence of ours: law, article and the day of its version."""

from bot.wording.catalogue import Wording
from knowledge.text.numerals import write_numeral
from mediation.model.unmasking import Basis


def basis_words(wording: Wording, language: str, basis: Basis) -> str:
    """In the way of the language: 个人信息保护法第十三条，2021-08-20通过."""
    article = write_numeral(basis.article) if language == "zh-CN" else str(basis.article)
    return wording.plain(language, "law-basis", law=basis.law, article=article, day=basis.passed.isoformat())
