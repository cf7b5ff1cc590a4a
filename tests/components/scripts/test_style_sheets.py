"""What a style sheet may not say, because every click would pay for it, and what one alone says."""

import re
from pathlib import Path

import pytest

from components.scripts.modules import ROOT

WHOLE_PAGE = re.compile(r"""(?:\bhtml|:root|\bbody|\.stApp|\.stMain|"stApp"\]|"stMain"\])[^\s,{]*:has\(""")


def page_by_what_it_holds(sheet: str) -> list[str]:
    """The selectors that choose the page as a whole by something in it: browsers then look at every element of the page
    anew whenever one comes or goes."""
    return WHOLE_PAGE.findall(sheet)


@pytest.mark.parametrize("path", sorted(ROOT.rglob("*.css")), ids=lambda path: path.name)
def test_no_style_sheet_asks_what_the_whole_page_holds(path: Path) -> None:
    assert page_by_what_it_holds(path.read_text("utf-8")) == []


def test_one_style_sheet_says_how_a_text_is_told_by_a_screen_reader_alone() -> None:
    assert [path.name for path in ROOT.rglob("*.css") if "clip-path" in path.read_text("utf-8")] == ["every_page.css"]


@pytest.mark.parametrize(
    "sheet", ["html:not([data-stands]):has(#a) b {}", ":root:has(.a) {}", '[data-testid="stApp"]:has(.a) .b {}']
)
def test_such_a_style_sheet_would_be_found(sheet: str) -> None:
    assert page_by_what_it_holds(sheet)
