"""Pages are found, lead where they say, and say the same in both languages."""

import pytest

from tests.docs.markdown import ROOT, Page, page, pages

LONGEST_README = 90
BOTH = [("README.md", "README.en.md"), ("docs/operating.md", "docs/operating.en.md")]
"""Pages that stand in Chinese and in English."""


def test_every_link_of_every_page_leads_somewhere() -> None:
    lost = [f"{one.name}: {link}" for one in pages() for link in one.links if not _leads(one, link)]
    assert not lost, "\n".join(lost)


def _leads(source: Page, link: str) -> bool:
    if ":" in link.partition("/")[0]:
        return link.startswith(("https://", "mailto:"))
    where, _, anchor = link.partition("#")
    target = (ROOT / source.name).parent / where if where else ROOT / source.name
    if not target.exists():
        return False
    return not anchor or anchor in page(str(target.resolve().relative_to(ROOT))).anchors


def test_a_link_to_nothing_or_to_no_heading_is_noticed() -> None:
    assert _leads(page("README.md"), "docs/operating.md#升级")
    assert not _leads(page("README.md"), "docs/operating.md#降级")
    assert not _leads(page("README.md"), "docs/operation.md")


def test_every_file_of_the_docs_is_listed_for_its_readers() -> None:
    listing = page("docs/README.md")
    named = {*listing.links, *(code.removeprefix("docs/") for code in listing.code), *_pictures()}
    listed = {one.partition("/")[0] for one in named}
    missing = {file.name for file in (ROOT / "docs").iterdir()} - listed - {"README.md"}
    assert not missing, f"list them in docs/README.md: {sorted(missing)}"


def _pictures() -> set[str]:
    return {link.removeprefix("docs/") for link in page("README.md").links if link.endswith(".png")}


@pytest.mark.parametrize("name", ["README.md", "README.en.md"])
def test_the_readme_stays_within_two_screens(name: str) -> None:
    assert len(page(name).text.splitlines()) <= LONGEST_README, "the rest belongs into docs/operating.md"


@pytest.mark.parametrize(("chinese", "english"), BOTH, ids=[one for one, _ in BOTH])
def test_both_languages_have_the_same_headings(chinese: str, english: str) -> None:
    assert [depth for depth, _ in page(chinese).headings] == [depth for depth, _ in page(english).headings]
