"""Letters of the formal procedure: steps, deadlines, papers."""

from bot.outbound.letters.cases import STAGE
from bot.outbound.letters.form import Facts, FeatureLetters, Form, Writing
from bot.outbound.outgoing import Document
from bot.papers.word_file import as_docx
from mediation.model.procedure.paper import Kind
from mediation.procedure.warnings import NOBODY

RECEIVED = {Kind.OPINION: "opinion_delivered", Kind.REVIEW: "review_delivered"}
"""Papers of which the owner says that they came: from then on the time to ask for the next level runs."""


def _facts(writing: Writing) -> Facts:
    """What replaces the codes of such a notice; nothing for any other notice."""
    given = writing.letter.facts
    if writing.letter.kind == "step":
        return {
            "step": writing.plain(f"step-{_dashed(given['step'])}"),
            "state": writing.plain(f"stage-{_dashed(given['state'])}"),
        }
    if writing.letter.kind in ("deadline", "deadline_owner"):
        chinese = writing.letter.language.startswith("zh")
        codes = [code for code in str(given["parts"]).split() if code != NOBODY]
        parts = [writing.plain(f"part-{code.lower()}") for code in codes]
        return {
            "clock": str(given["clock_zh" if chinese else "clock_en"]),
            "parts": ("、" if chinese else ", ").join(parts) or NOBODY,
        }
    return {}


def _dashed(code: object) -> str:
    return str(code).replace("_", "-")


def _paper(writing: Writing) -> Document:
    """The file as it was signed; the same words can be read in the chat."""
    records = writing.records
    kept = records.papers.get(int(writing.letter.facts["paper_id"]))
    number, paper = kept.case_number, kept.paper
    html = writing.html("notice-paper", title=paper.title, paper=paper.number)
    rows = [
        [
            writing.button("button-paper", "paper", number, str(kept.id)),
            writing.button("button-stage", "stage", number),
        ]
    ]
    if writing.letter.person_id == records.cases.get(number).owner_id and paper.kind in RECEIVED:
        step = RECEIVED[paper.kind]
        rows.insert(0, [writing.button(f"do-{_dashed(step)}", "act", number, step)])
    return Document(f"{paper.title}-{paper.number}.docx", as_docx(paper, final=True), html, rows)


PROCEDURE = FeatureLetters(
    {
        "registered": Form((STAGE,)),
        "step": Form((STAGE,)),
        "deadline": Form((STAGE,)),
        "deadline_owner": Form((STAGE,)),
        "paper": Form(write=_paper),
    },
    _facts,
)
