"""Glossary terms that stand in a text, with their definitions one click away."""

import re
from collections.abc import Iterable
from functools import lru_cache

import streamlit as st

from components.cited import text_date
from components.plain_text import plain
from data.catalog import Catalog
from data.records import Term

_ADDRESS = re.compile(r'\]\([^\s)]*(?: "[^"]*")?\)')


@lru_cache(maxsize=4)
def _patterns(of: Catalog) -> tuple[tuple[re.Pattern[str], Term], ...]:
    return tuple((re.compile("|".join(_pattern(name) for name in (term.term.partition(" (")[0], *term.also))), term) for term in of.terms.values())


def _pattern(name: str) -> str:
    """A name as it stands in a text, in singular or plural; capitals count only in a name that is all capitals, such as COPY."""
    anywhere = rf"(?<!\w){re.escape(name)}s?(?!\w)"
    return anywhere if name.isupper() else f"(?i:{anywhere})"


@lru_cache(maxsize=1024)
def terms_in(of: Catalog, text: str, about: tuple[str, ...] = ()) -> tuple[Term, ...]:
    """The terms that a text of the catalog uses, in the order in which they first stand in it; `text` may be Markdown.

    `about` holds the ids of the services that the text is about: a term that means something in certain services only is left out elsewhere.
    """
    bare = _ADDRESS.sub("]", text).replace("\\", "")
    family = {ancestor for service in about for ancestor in _line_of(of, service)}
    fitting = ((pattern, term) for pattern, term in _patterns(of) if not (term.about and about) or family & set(term.about))
    found = ((pattern.search(bare), term) for pattern, term in fitting)
    return tuple(term for match, term in sorted(((m, t) for m, t in found if m), key=lambda pair: pair[0].start()))


def _line_of(of: Catalog, service: str) -> Iterable[str]:
    """A service and what it is part of."""
    at: str | None = service
    while at is not None:
        yield at
        at = of.services[at].part_of


def explain_terms(of: Catalog, text: str, *, key: str, about: tuple[str, ...] = ()) -> None:
    """One button that opens the definitions of the terms in `text`, a text about the services `about`; nothing where there are none."""
    terms = terms_in(of, text, about)
    if terms:
        opened = st.popover(f"Terms used here ({len(terms)})", icon=":material/menu_book:", key=key, on_change="rerun", type="tertiary")
        if opened.open:
            opened.markdown("\n\n".join(definition(term) for term in terms))


def definition(term: Term) -> str:
    """Markdown of a term, its definition and its source."""
    source = term.sources[term.source[0]]
    return f"**{plain(term.term)}**: {plain(term.definition)} [{plain(source.title)}]({source.url}), {text_date(source.read_on)}"
