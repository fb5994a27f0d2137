"""What may not be written, signed or sent; a stable code and the facts, words are added at the edge."""

from typing import ClassVar

from knowledge.errors import KnowledgeError


class PaperError(KnowledgeError):
    """A paper that is not ready; every refusal of this folder is one."""

    code: ClassVar[str] = "paper"
    hint: ClassVar[str] = "the paper is not ready"


class FactsMissing(PaperError):
    """Facts: ``kind`` and ``missing``, the names of all missing facts in the order of ``kinds.toml``."""

    code = "paper_facts_missing"
    hint = "facts that this kind of paper needs were not given"

    @property
    def first(self) -> str:
        """The first of them."""
        missing = self.facts["missing"]
        return str(missing[0]) if isinstance(missing, tuple) else ""


class FactsUnknown(PaperError):
    """Facts: ``kind`` and ``unknown``, names that this kind of paper has no use for."""

    code = "paper_facts_unknown"
    hint = "facts were given that this kind of paper does not know"


class FactWrong(PaperError):
    """Facts: ``kind``, ``name`` and ``wanted``, the type that ``kinds.toml`` gives it."""

    code = "paper_fact_wrong"
    hint = "a fact has not the type or the value that this kind of paper needs"


class PartMissing(PaperError):
    """Facts: ``kind`` and ``missing``, the demanded parts that came out empty."""

    code = "paper_part_missing"
    hint = "a part that the law or the house demands came out empty"


class NotSigned(PaperError):
    """Only a paper that a named person has signed may go out as final. Facts: ``kind``, ``number``."""

    code = "paper_not_signed"
    hint = "a final paper needs the name and the office of the person who signs it"


class ArticleNotStored(PaperError):
    """Facts: ``law`` (as the paper writes it), ``number`` and ``why`` (a validity, or no_such_part)."""

    code = "article_not_stored"
    hint = "the paper names an article that is not stored, or not in force on that day"


class ArticleWithoutLaw(PaperError):
    """Facts: ``number``, as the paper writes it."""

    code = "article_without_law"
    hint = "the paper gives an article number without saying of which law"


class TelephoneNotChecked(PaperError):
    """Facts: ``number``."""

    code = "paper_telephone_not_checked"
    hint = "the paper names a telephone number that is not in the checked table on that day"
