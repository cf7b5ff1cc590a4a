"""The pages, in the order of the menu."""

from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from components.text.plain_text import plain

ROOT = Path(__file__).resolve().parents[2]


EXPLORE, DECIDE, ABOUT = "Explore", "Decide", "About"


@dataclass(frozen=True)
class Page:
    """A page: its file, its path in addresses, its title, its icon, and the entry of the menu under which it stands."""

    file: str
    path: str
    title: str
    icon: str
    group: str


PAGES = (
    Page("landscape.py", "", "Landscape", ":material/hub:", EXPLORE),
    Page("services.py", "services", "Services", ":material/view_cozy:", EXPLORE),
    Page("use_cases.py", "use-cases", "Use cases", ":material/route:", EXPLORE),
    Page("learn.py", "learn", "Learn", ":material/school:", EXPLORE),
    Page("limits.py", "limits", "Limits", ":material/speed:", EXPLORE),
    Page("compare.py", "compare", "Compare", ":material/compare_arrows:", DECIDE),
    Page("choose.py", "choose", "Choose", ":material/help_center:", DECIDE),
    Page("matrix.py", "matrix", "Matrix", ":material/grid_on:", DECIDE),
    Page("costs.py", "costs", "Costs", ":material/payments:", DECIDE),
    Page("estate.py", "estate", "Your estate", ":material/domain:", DECIDE),
    Page("sources.py", "sources", "About the data", ":material/fact_check:", ABOUT),
)


def menu() -> dict[str, list[Page]]:
    """The pages by the entry of the menu under which they stand."""
    groups: dict[str, list[Page]] = {}
    for page in PAGES:
        groups.setdefault(page.group, []).append(page)
    return groups


def link_to_page(path: str, label: str, /, **parameters: str | list[str]) -> None:
    """A link to a page of the menu by its path, with parameters, a list for one that repeats; `label` is shown
    as it is."""
    page = page_at(path)
    st.page_link(ROOT / "pages" / page.file, label=plain(label), icon=page.icon, query_params=parameters)


def link_with_icon(path: str, label: str, icon: str, **parameters: str | list[str]) -> None:
    """The same with another icon than the page's."""
    st.page_link(ROOT / "pages" / page_at(path).file, label=plain(label), icon=icon, query_params=parameters)


def page_at(path: str) -> Page:
    """The page of the menu at a path."""
    return next(page for page in PAGES if page.path == path)
