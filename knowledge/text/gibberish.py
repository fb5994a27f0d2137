"""Tells text without words or sentence: keys hit at random, one sign over and over, bare digits."""

import re

from knowledge.text.analysis import AnalysedText

_PLACEHOLDER = re.compile(r"[\[【](图片|表情|语音|视频|文件|动画表情|位置|链接)[\]】]")
"""What a messenger writes where something else stood."""
_HAN = re.compile(r"[\u3400-\u9fff]")
_RUN = re.compile(r"[A-Za-z]+")
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "1234567890")
_LAUGH = frozenset("哈呵嘿嘻啊哎呜嗯哦")
"""Characters that people repeat and mean something by."""
_COMMON = frozenset(
    "的一是了我不在人有他这个们到说你就要会可也出她那得都没好来去还能对多天年小大中上下"
    "为子里后自从家学想看开手很把被给让跟和与没吗呢吧啊什么怎时候问谁哪几钱工班领导月日"
    "干做吃住走回过着又再才只点发扣骂打病死活过生老"
)
_FEW = 4
"""Shorter texts are never called gibberish for the words they lack: people write 咋办."""
_LEAST_WORDS = 0.34
"""Share of the characters that must be in words, or common ones."""
_LONGEST_WORDS = 5
"""Consonants in a row that no English or pinyin word has."""
_MASHED = re.compile(rf"[bcdfghjklmnpqrstvwxz]{{{_LONGEST_WORDS},}}", re.IGNORECASE)


def is_gibberish(message: AnalysedText) -> bool:
    """True for what nobody can have meant as words. Emoji and signs alone are gibberish too."""
    plain = _PLACEHOLDER.sub(" ", message.plain)
    han = _HAN.findall(plain)
    letters = "".join(_RUN.findall(plain))
    if not han:
        return len(letters) < 2 or _is_mashed(plain)
    if len(letters) > 3 * len(han):
        return False
    if any(_hit(run.lower()) for run in _RUN.findall(plain) if len(run) > _LONGEST_WORDS):
        return len(han) < 3 * len(letters)
    if len(han) >= _FEW and len(set(han)) <= len(han) // 4:
        return not set(han) & _LAUGH
    return len(han) >= _FEW and _in_words(message, len(han)) < _LEAST_WORDS


def _in_words(message: AnalysedText, characters: int) -> float:
    held = (word for word in message.words if _HAN.match(word) and (len(word) > 1 or word in _COMMON))
    return sum(len(word) for word in held) / characters


def _is_mashed(plain: str) -> bool:
    """Every run of letters is hit at random: along a row of keys, without vowels, or one letter only."""
    runs = _RUN.findall(plain)
    return bool(runs) and all(_hit(run.lower()) for run in runs)


def _hit(run: str) -> bool:
    along = any(run[i : i + 4] in row for row in _ROWS for i in range(len(run) - 3) if len(run) >= 4)
    return (
        along
        or bool(_MASHED.search(run))
        or (len(run) >= 4 and len(set(run)) <= 2)
        or (len(run) >= 4 and not set(run) & set("aeiouy"))
    )
