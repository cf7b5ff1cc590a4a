"""Glossary terms that stand in a text, with their definitions one click away."""

import re
from functools import lru_cache

import streamlit as st

from components.cited import text_date
from components.plain_text import plain
from data.catalog import Catalog
from data.records import Term


@lru_cache(maxsize=4)
def _patterns(of: Catalog) -> tuple[tuple[re.Pattern[str], Term], ...]:
    return tuple((re.compile("|".join(rf"\b{re.escape(name)}s?\b" for name in (term.term, *term.also)), re.IGNORECASE), term) for term in of.terms.values())


def terms_in(of: Catalog, text: str) -> tuple[Term, ...]:
    """The terms that a text uses, in the order in which they first stand in it."""
    found = ((pattern.search(text), term) for pattern, term in _patterns(of))
    return tuple(term for match, term in sorted(((m, t) for m, t in found if m), key=lambda pair: pair[0].start()))


def explain_terms(of: Catalog, text: str, *, key: str) -> None:
    """One button that opens the definitions of the terms in `text`; nothing where there are none."""
    terms = terms_in(of, text)
    if terms:
        with st.popover(f"Terms on this card ({len(terms)})", icon=":material/menu_book:", key=key):
            st.markdown("\n\n".join(definition(term) for term in terms))


def definition(term: Term) -> str:
    """Markdown of a term, its definition and its source."""
    source = term.sources[term.source[0]]
    return f"**{plain(term.term)}**: {plain(term.definition)} [{plain(source.title)}]({source.url}), {text_date(source.read_on)}"
