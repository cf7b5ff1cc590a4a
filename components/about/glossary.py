"""The glossary: every term with its definition and source, searchable."""

from dataclasses import replace

import streamlit as st

from components.about.address import About, write_about
from components.cards.scroll import scroll_to
from components.frame.pickers import search_box
from components.text.plain_text import plain
from components.text.terms import definition
from data.records import Catalog, Term
from data.search import search


def show_glossary(catalog: Catalog, about: About) -> None:
    """Draw the search box and the terms that it finds, all of them where nothing is searched for."""
    search_box(
        "Search the glossary",
        about.text,
        lambda text: write_about(replace(about, text=text, term=None)),
        key="about-q",
        placeholder="A term, an abbreviation or a word of its meaning",
        width=420,
    )
    terms = _found(catalog, about.text)
    if not terms:
        st.markdown(f"No term fits “{plain(about.text)}”.")
        return
    st.caption(f"{len(terms)} term{'' if len(terms) == 1 else 's'}")
    st.markdown("\n\n".join(_entry(term) for term in terms))
    if about.term:
        scroll_to(about.term, catalog.terms[about.term].term, key="glossary")


def _found(catalog: Catalog, text: str) -> list[Term]:
    if text.strip():
        return [
            catalog.terms[term]
            for term in dict.fromkeys(hit.id for hit in search(catalog, text) if hit.found == "term")
        ]
    return sorted(catalog.terms.values(), key=lambda term: term.term.casefold())


def _entry(term: Term) -> str:
    also = f" :gray[also: {plain(', '.join(term.also))}]" if term.also else ""
    return definition(term) + also
