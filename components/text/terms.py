"""Glossary terms where they first stand in a text: a link that tells the definition, and leads to it in the
glossary."""

import re
from functools import lru_cache
from urllib.parse import quote

from components.text.citations import text_date
from components.text.plain_text import plain
from data.records import Catalog, Term

# What is left as it is: links, code, directives such as badges, headings, and what is bold.
_MARKUP = r'\[(?:\\.|[^\]\\])*\]\([^\s)]*(?: "[^"]*")?\)|```.*?```|:[\w-]+\[[^\]]*\]|\*\*.*?\*\*|(?m:^\#{1,6} [^\n]*)'


def with_terms(catalog: Catalog, text: str, about: tuple[str, ...] = ()) -> str:
    """The Markdown `text` with the first use of each term linked.

    `about` holds the ids of the services that the text is about: a term that means something in certain services only
    is left out elsewhere.
    """
    pattern, terms = _names(catalog)
    family = {ancestor for service in about for ancestor in _line_of(catalog, service)}
    linked: set[str] = set()

    def link(found: re.Match[str]) -> str:
        name = found["exact"] or (found["loose"] or "").casefold()
        meant = [term for term in terms.get(name, ()) if not (term.about and about) or family & set(term.about)]
        if linked >= {term.id for term in meant}:
            return found[0]
        linked.update(term.id for term in meant)
        told = " ".join(f"{term.term}: {term.definition}" for term in meant)
        return f'[{found[0]}](sources?q={quote(_short(meant[0]))} "{_in_title(told)}")'

    return pattern.sub(link, text)


@lru_cache(maxsize=4)
def _names(catalog: Catalog) -> tuple[re.Pattern[str], dict[str, tuple[Term, ...]]]:
    """A pattern of markup and all names, as they stand in Markdown, in singular or plural; capitals count only in a
    name that is all capitals, such as COPY."""
    terms: dict[str, tuple[Term, ...]] = {}
    for term in catalog.terms.values():
        for name in (_short(term), *term.also):
            key = plain(name if name.isupper() else name.casefold())
            terms[key] = (*terms.get(key, ()), term)
    longest_first = sorted(terms, key=len, reverse=True)
    exact, loose = (
        "|".join(re.escape(name) for name in longest_first if name.isupper() == upper) for upper in (True, False)
    )
    never = r"(?!)"
    return re.compile(
        rf"(?:{_MARKUP})|(?<!\w)(?:(?P<exact>{exact or never})|(?P<loose>(?i:{loose or never})))s?(?!\w)", re.DOTALL
    ), terms


def _short(term: Term) -> str:
    return term.term.partition(" (")[0]


def _in_title(text: str) -> str:
    return text.replace('"', "'").replace("\\", "").replace("|", "/")


def _line_of(catalog: Catalog, service: str) -> list[str]:
    """A service and what it is part of."""
    line = [service]
    while (parent := catalog.services[line[-1]].part_of) is not None:
        line.append(parent)
    return line


def definition(term: Term) -> str:
    """Markdown of a term, its definition and its source."""
    source = term.sources[term.source[0]]
    return (
        f"**{plain(term.term)}**: {plain(term.definition)} "
        f"[{plain(source.title)}]({source.url}), {text_date(source.read_on)}"
    )
