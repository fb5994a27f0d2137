"""The tokens that questions, articles and cards are indexed by."""

from knowledge.text.lexicon import Lexicon


def word_tokens(text: str, lexicon: Lexicon) -> list[str]:
    """The words of `text` without single signs."""
    return [word for word in lexicon.words(text) if len(word) > 1 or word.isalnum()]


def pair_tokens(text: str) -> list[str]:
    """Every two neighbouring letters or digits: what words cut wrongly still have in common."""
    return [text[i : i + 2] for i in range(len(text) - 1) if text[i].isalnum() and text[i + 1].isalnum()]
