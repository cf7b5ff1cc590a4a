"""What a view is called, in words."""

from collections.abc import Sequence

from data.landscape.levels import joined_without
from data.landscape.question import Question, Scope
from data.records import Catalog


def title(catalog: Catalog, question: Question, *, found: bool = True) -> str:
    """What the picture shows; `found` says whether the path that was asked for exists. Empty where nothing is asked but
    what to draw."""
    names = {service.id: service.short_name for service in catalog.services.values()}
    if question.start and question.end:
        start, end = names[question.start], names[question.end]
        if question.meaning == "calls":
            return f"Who calls whom from {start} to {end}" + ("" if found else ": no calls lead there")
        return f"How data gets from {start} to {end}" + ("" if found else ": there is no way")
    parts = [] if question.filter.is_empty else [question.filter.describe(catalog)]
    if question.connection:
        connection = catalog.connections[question.connection]
        parts.append(f"{names[connection.source_id]} to {names[connection.target_id]}")
    elif question.service:
        near = {"in": "what leads to it", "out": "what it leads to", "both": "its neighbours"}[question.direction]
        steps = "" if question.depth == 1 else f", {question.depth} steps away"
        parts.append(f"{names[question.service]} and {near}{steps}")
    return ": ".join(parts)


def scope_title(catalog: Catalog, scope: Scope, beside: int, off: frozenset[str] = frozenset()) -> str:
    """What is drawn before anything is asked, `Core services, 24 of 54`, and how many others stand beside it; of all
    services, how many there are without the layers that are `off`."""
    every = len(catalog.services)
    if scope == "wide":
        drawn = len(joined_without(catalog, off))
        return f"All services, {drawn} of {every}" if off else f"All {every} services"
    core = sum(service.scope == "core" for service in catalog.services.values())
    return f"Core services, {core} of {every}" + (f", and {beside} beside them" if beside else "")


def layers_title(catalog: Catalog, off: frozenset[str]) -> str:
    """What the wide map leaves out, `, without Identity and Backup`; empty where it leaves out nothing."""
    without = [kind.name for kind in catalog.taxonomy.kinds if kind.id in off]
    return f", without {in_words(without)}" if without else ""


def in_words(names: Sequence[str]) -> str:
    """`A`, `A and B`, `A, B and C`."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
