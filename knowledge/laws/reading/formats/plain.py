"""Plain text to lines."""

from knowledge.laws.reading.model import Line


def read_plain(text: str) -> list[Line]:
    """Every line that is not blank, as a paragraph."""
    return [
        Line(line, None, f"line {number}")
        for number, line in enumerate(text.splitlines(), start=1)
        if line.strip()
    ]
