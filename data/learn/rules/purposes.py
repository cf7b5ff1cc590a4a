"""Questions about what a service is for: click it on the map, or bring names and purposes together."""

from collections.abc import Iterator
from itertools import product
from random import Random

from data.learn.question import Question, alike, named_in
from data.records import Catalog, Service

TOGETHER = 4
TURNS = 3


def click_questions(catalog: Catalog) -> Iterator[Question]:
    """For each service drawn at first sight whose purpose can be told without its name."""
    for service in catalog.services.values():
        told = purpose(service)
        if service.scope == "core" and told and not _is_like_another(catalog, service):
            yield Question(
                "purpose",
                "click",
                frozenset({service.id}),
                f"Click it on the map: {told}",
                (service.id,),
                service.purpose.text,
                f"services/{service.id}",
                tuple(service.sources[key] for key in service.purpose.source),
            )


def match_questions(catalog: Catalog) -> Iterator[Question]:
    """For each core service, some times: its purpose and those of three others on the map that are not like it."""
    usable = [service for service in catalog.services.values() if service.scope == "core" and purpose(service)]
    for first, turn in product((service for service in usable if service.core), range(TURNS)):
        chosen = _beside(first, usable, turn)
        if len(chosen) == TOGETHER:
            yield Question(
                "purpose",
                "match",
                frozenset({first.id}),
                f"What is each of these for? ({', '.join(sorted(one.short_name for one in chosen))})",
                tuple(purpose(one) for one in chosen),
                " ".join(one.purpose.text for one in chosen),
                f"services/{first.id}",
                tuple(one.sources[one.purpose.source[0]] for one in chosen),
                left=tuple(one.short_name for one in chosen),
            )


def _beside(first: Service, usable: list[Service], turn: int) -> list[Service]:
    """A service and others that are not like it or each other, different ones at each turn."""
    chosen = [first]
    others = [other for other in usable if other is not first]
    Random(f"{first.id} {turn}").shuffle(others)  # noqa: S311  # the same at every start
    for other in others:
        if len(chosen) < TOGETHER and not any(alike(purpose(other), purpose(one)) for one in chosen):
            chosen.append(other)
    return chosen


def _is_like_another(catalog: Catalog, service: Service) -> bool:
    """Whether a service drawn beside it is for much the same, so that a click there could be right too."""
    drawn = (other for other in catalog.services.values() if other.scope == "core" and other is not service)
    return any(alike(service.purpose.text, other.purpose.text) for other in drawn)


def purpose(service: Service) -> str:
    """What a service is for, told without its name; empty where that is not possible."""
    text = service.purpose.text
    for name in (service.name, service.short_name, service.short_name.removeprefix("Amazon ")):
        if text.startswith(f"{name} "):
            rest = text.removeprefix(f"{name} ")
            text = f"it {rest}"
            break
    names = (service.name, service.short_name, *(name for name in service.former_names))
    if named_in(text, names) or any(named_in(text, (word,)) for word in service.short_name.split() if len(word) > 5):
        return ""
    return text[0].upper() + text[1:]
