"""Questions about words: which definition belongs to which."""

from collections.abc import Iterator
from random import Random

from data.learn.question import Question, alike, named_in
from data.records import Catalog, Term

TOGETHER = 4


def term_questions(catalog: Catalog) -> Iterator[Question]:
    """For each term that is about a core service: its definition, and those of three terms that are not like it."""
    usable = [term for term in catalog.terms.values() if _is_about_core(catalog, term) and not _tells_itself(term)]
    for first in usable:
        chosen = [first]
        others = [other for other in usable if other is not first]
        Random(first.id).shuffle(others)  # noqa: S311  # the same at every start
        for other in others:
            if len(chosen) < TOGETHER and not any(_near(other, one) for one in chosen):
                chosen.append(other)
        if len(chosen) == TOGETHER:
            yield Question(
                "term",
                "match",
                frozenset(first.about),
                f"What do these words mean? ({', '.join(sorted(one.term for one in chosen))})",
                tuple(one.definition for one in chosen),
                " ".join(f"{one.term}: {one.definition}" for one in chosen),
                f"glossary/{first.id}",
                tuple(one.sources[one.source[0]] for one in chosen),
                left=tuple(one.term for one in chosen),
            )


def _is_about_core(catalog: Catalog, term: Term) -> bool:
    return any(catalog.services[service].core for service in term.about)


def _tells_itself(term: Term) -> bool:
    return named_in(term.definition, (term.term, *term.also))


def _near(one: Term, other: Term) -> bool:
    """Whether two terms say much the same, or one is explained by the other."""
    return (
        alike(one.definition, other.definition)
        or named_in(one.definition, (other.term, *other.also))
        or named_in(other.definition, (one.term, *one.also))
    )
