"""How much a law file may hold. All the limits of this package stand here."""

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes in bytes. The Criminal Law is 0.2 MB of text; a scanned company handbook rarely passes 20 MB.

    `unpacked` bounds what a DOCX or the page streams of a PDF may grow to. `ratio` bounds how far one entry
    of a DOCX may be squeezed (text reaches 30, tables 100, a bomb 1000), from `ratio_from` bytes on.
    `nesting` is how deep the elements of a page may stand in each other (reading takes its square in time).
    `drawing_steps` bounds what the pages of a PDF may do in all (a page of text takes about a thousand).
    `characters_a_page` is what a PDF page with text holds at the very least, on average.
    """

    file: int = 20 * MEGABYTE
    unpacked: int = 60 * MEGABYTE
    entries: int = 2_000
    ratio: int = 200
    ratio_from: int = MEGABYTE
    nesting: int = 2_000
    pages: int = 3_000
    drawing_steps: int = 5_000_000
    characters_a_page: int = 20


LIMITS = Limits()
