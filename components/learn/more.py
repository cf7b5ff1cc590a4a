"""Where "more" leads from a stop or an answer: the card, the use case, the comparison, the trouble, the costs."""

import streamlit as st

from components.frame.copy_link import address_of_this_view
from components.frame.menu import link_to_page
from components.frame.page_links import page_link_of
from components.text.citations import text_of
from components.text.plain_text import plain
from data.records import Catalog, Source


def more_link(catalog: Catalog, pointer: str) -> None:
    """A link to the page that shows what a pointer names."""
    folder, _, record = pointer.partition("/")
    if folder == "costs":
        link_to_page("costs", "More: what it costs", model=record)
    elif folder == "troubles":
        trouble = catalog.troubles[record]
        link_to_page("services", f"More: {trouble.symptom}", service=trouble.services[0], part=f"trouble-{record}")
    else:
        link = page_link_of(catalog, pointer)
        link_to_page(link.path, f"More: {link.name}", **dict(link.parameters))


def sources_in_words(sources: tuple[Source, ...]) -> str:
    """Markdown of pages with the date of the text that was read."""
    pages = {source.url: source for source in sources}
    return "; ".join(f"[{plain(s.title)}]({s.url}), {text_of(s)}" for s in pages.values())


def full_address(**parameters: str | int) -> str:
    """The whole address of this page with other parameters."""
    page = address_of_this_view().partition("?")[0]
    return f"{page}?" + "&".join(f"{name}={value}" for name, value in parameters.items())


def judged(text: str) -> str:
    """Markdown of what is our judgement."""
    return f"{plain(text)} :gray-badge[our judgement]"


def notice_of_changes(count: int) -> None:
    """Say that stops changed since they were read."""
    if count:
        told = "One stop that you read says something else by now: it is"
        told = told if count == 1 else f"{count} stops that you read say something else by now: they are"
        st.info(f"{told} open again.", icon=":material/update:")
