"""Questions about when to take a service and when not: what speaks against it stands beside what speaks for it."""

import re
from collections.abc import Iterator, Sequence

from data.learn.question import Question, Wrong, named_in, unlike
from data.records import Catalog, Judgement, Service, Source

SHORTEST = 20
POINTS_ON = re.compile(r"[:;] ")


def reason_questions(catalog: Catalog) -> Iterator[Question]:
    """What speaks for a core service, what against it, and what else this atlas points to."""
    for service in catalog.services.values():
        if service.core:
            yield from _one_of(service, service.when_to_use, service.when_not_to_use, "for")
            yield from _one_of(service, service.when_not_to_use, service.when_to_use, "against")
            yield from _instead(catalog, service)


def _one_of(service: Service, right: Sequence[Judgement], wrong: Sequence[Judgement], side: str) -> Iterator[Question]:
    other = "against" if side == "for" else "for"
    told_wrong = [Wrong(head(entry.text), f"speaks {other} {service.short_name}") for entry in wrong]
    for entry in right:
        if not entry.source or len(head(entry.text)) < SHORTEST:
            continue
        beside = unlike(head(entry.text), (w for w in told_wrong if len(w.text) >= SHORTEST))
        if len(beside) >= 3:
            yield Question(
                "reason",
                "choose",
                frozenset({service.id}),
                f"Which of these speaks {side} {service.short_name}?",
                (head(entry.text),),
                entry.text,
                f"services/{service.id}",
                _sources(service, entry),
                beside,
                subject=f"{service.id} {side} {head(entry.text)}",
                judged=True,
            )


def _instead(catalog: Catalog, service: Service) -> Iterator[Question]:
    """Where a reason against a service names exactly one other core service after it."""
    core = [other for other in catalog.services.values() if other.core]
    for entry in service.when_not_to_use:
        before, mark, after = _cut(entry.text)
        named = [other for other in core if named_in(after, (other.name, other.short_name))]
        if not (mark and entry.source) or len(named) != 1 or named[0].id in {service.id, service.part_of}:
            continue
        taken = {named[0].id, service.id}
        family = {named[0].category}
        beside = tuple(
            Wrong(other.short_name, f"{other.short_name} is for something else: {other.purpose.text}")
            for other in core
            if other.id not in taken and other.category not in family and not named_in(entry.text, (other.short_name,))
        )
        if len(beside) >= 3 and not named_in(before, (named[0].name, named[0].short_name)):
            yield Question(
                "instead",
                "choose",
                frozenset({service.id, named[0].id}),
                f"Against {service.short_name}: “{before}” Which service does this atlas point to then?",
                (named[0].short_name,),
                entry.text,
                f"services/{service.id}",
                _sources(service, entry),
                beside,
                judged=True,
            )


def head(text: str) -> str:
    """A reason without the hint that follows it."""
    return _cut(text)[0]


def _cut(text: str) -> tuple[str, str, str]:
    found = POINTS_ON.search(text)
    if found is None:
        return text, "", ""
    return text[: found.start()] + ".", found.group(), text[found.end() :]


def _sources(service: Service, entry: Judgement) -> tuple[Source, ...]:
    return tuple(service.sources[key] for key in entry.source)
