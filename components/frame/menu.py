"""The pages, in the order of the menu."""

from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from components.text.plain_text import plain

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Page:
    file: str
    path: str
    title: str
    icon: str


PAGES = (
    Page("landscape.py", "", "Landscape", ":material/hub:"),
    Page("services.py", "services", "Services", ":material/view_cozy:"),
    Page("use_cases.py", "use-cases", "Use cases", ":material/route:"),
    Page("compare.py", "compare", "Compare", ":material/compare_arrows:"),
    Page("choose.py", "choose", "Choose", ":material/help_center:"),
    Page("matrix.py", "matrix", "Matrix", ":material/grid_on:"),
    Page("sources.py", "sources", "About the data", ":material/fact_check:"),
)


def link_to_page(path: str, label: str, **parameters: str | list[str]) -> None:
    """A link to a page of the menu by its path, with parameters, a list for one that repeats; `label` is shown
    as it is."""
    page = next(page for page in PAGES if page.path == path)
    st.page_link(ROOT / "pages" / page.file, label=plain(label), icon=page.icon, query_params=parameters)
