"""The questions on which official pages disagree: every figure with its page and date, and which one the card shows."""

from functools import lru_cache

import streamlit as st

from components.about.address import About
from components.cards.scroll import scroll_to
from components.frame.menu import link_to_page
from components.text.citations import bullets, text_date
from components.text.plain_text import plain
from data.records import Catalog, Claim, Conflict


def show_conflicts(catalog: Catalog, about: About) -> None:
    """Draw the disagreements, service by service; the one that the address names is brought into view."""
    st.markdown(
        "Where official pages say different things, both are "
        "shown, here and on the card. None of them is smoothed away."
    )
    for service, text in _by_service(catalog).items():
        with st.container(border=True):
            link_to_page("services", catalog.services[service].name, service=service)
            st.markdown(text)
    if about.conflict:
        scroll_to(about.conflict, catalog.conflicts[about.conflict].question, key="conflicts")


@lru_cache(maxsize=4)
def _by_service(catalog: Catalog) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for service in sorted(catalog.services.values(), key=lambda service: not service.core):
        for conflict in catalog.conflicts.values():
            if conflict.about == service.id:
                found.setdefault(service.id, []).append(in_full(conflict))
    return {service: "\n\n".join(texts) for service, texts in found.items()}


def in_full(conflict: Conflict) -> str:
    """Markdown of a disagreement: the question, each figure with all of its pages, and what the card shows."""
    return (
        f"**{plain(conflict.question)}**\n\n{bullets(_claim(conflict, claim) for claim in conflict.claims)}\n\n"
        f":gray[On the card:] {plain(conflict.shown)}"
    )


def _claim(conflict: Conflict, claim: Claim) -> str:
    sources = (conflict.sources[key] for key in claim.source)
    pages = "; ".join(f"[{plain(source.title)}]({source.url}), {text_date(source.read_on)}" for source in sources)
    return f"{plain(claim.says)} ({pages})"
