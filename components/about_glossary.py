"""The glossary: every term with its definition and source, searchable."""

import streamlit as st

from components.about_address import About, change_about
from components.plain_text import plain
from components.terms import definition
from data.catalog import Catalog
from data.records import Term
from data.search import LONGEST_QUERY, search

KEY = "about-q"


def show_glossary(of: Catalog, asked: About) -> None:
    """Draw the search box and the terms that it finds, all of them where nothing is searched for."""
    st.session_state[KEY] = asked.text
    st.text_input(
        "Search the glossary",
        key=KEY,
        placeholder="A term, an abbreviation or a word of its meaning",
        icon=":material/search:",
        max_chars=LONGEST_QUERY,
        label_visibility="collapsed",
        width=420,
        on_change=lambda: change_about(text=st.session_state[KEY]),
    )
    terms = _found(of, asked.text)
    if not terms:
        st.markdown(f"No term fits “{plain(asked.text)}”.")
        return
    st.caption(f"{len(terms)} term{'' if len(terms) == 1 else 's'}")
    st.markdown("\n\n".join(_entry(term) for term in terms))


def _found(of: Catalog, text: str) -> list[Term]:
    if text.strip():
        return [of.terms[hit.id] for hit in search(of, text) if hit.found == "term"]
    return sorted(of.terms.values(), key=lambda term: term.term.casefold())


def _entry(term: Term) -> str:
    also = f" :gray[also: {plain(', '.join(term.also))}]" if term.also else ""
    return definition(term) + also
