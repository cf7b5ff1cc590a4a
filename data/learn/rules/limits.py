"""Questions about figures: what the limit is, beside figures that hold for something else."""

from collections.abc import Iterator

from data.comparing.quantity import Quantity, quantity
from data.learn.question import Question, Wrong
from data.records import Catalog, Limit, Service

FARTHEST = {"count": 60, "bytes": 400}  # times; a figure farther away is no temptation
COUNT, OFTEN = "count", 200


def limit_questions(catalog: Catalog) -> Iterator[Question]:
    """A question for each limit that has a name in the catalog, and a number that official pages agree on."""
    known = [(s, limit) for s in catalog.services.values() if s.core for limit in s.limits if quantity(limit)]
    for service, limit in known:
        figure = quantity(limit)
        if figure is None or not (limit.id or limit.measure) or limit.conflict or _gives_itself_away(limit):
            continue
        wrong = tuple(_wrong(service, limit, figure, known))
        if len(wrong) >= 3:
            yield Question(
                "limit",
                "choose",
                frozenset({service.id}),
                f"{service.short_name}: which figure is published for “{limit.name}” ({limit.scope})?",
                (shown(limit),),
                f"{limit.name} of {service.short_name}: {shown(limit)}, {limit.scope}."
                + (f" {limit.note.removesuffix('.')}." if limit.note else ""),
                f"services/{service.id}" + (f"#{limit.id}" if limit.id else ""),
                tuple(service.sources[key] for key in limit.source),
                wrong,
            )


def shown(limit: Limit, unit: str | None = None) -> str:
    """A figure with its unit, or another unit that counts."""
    value = f"{limit.value:,}" if not isinstance(limit.value, str) else limit.value
    return f"{value} {unit or limit.unit}"


def _gives_itself_away(limit: Limit) -> bool:
    return str(limit.value) in f"{limit.name} {limit.scope}"


def _kind(figure: Quantity) -> str:
    return COUNT if figure.family == COUNT else figure.dimension


def _wrong(service: Service, limit: Limit, figure: Quantity, known: list[tuple[Service, Limit]]) -> Iterator[Wrong]:
    """Figures of other limits of the same kind; a count is told in the unit that is asked for."""
    taken = [quantity(other) for other in service.limits if other.name == limit.name or _same(other, limit)]
    for other_service, other in known:
        candidate = quantity(other)
        if candidate is None or _kind(candidate) != _kind(figure) or _same(other, limit):
            continue
        if not _near(figure, candidate) or any(_overlap(candidate, one) for one in taken if one):
            continue
        taken.append(candidate)
        text = shown(other, limit.unit if candidate.family == COUNT else None)
        if text.split()[0] != "1" or "1 " not in shown(limit):
            yield Wrong(text, f"{other.name} of {other_service.short_name}, {other.scope}")


def _same(other: Limit, limit: Limit) -> bool:
    return other is limit or (other.measure is not None and other.measure == limit.measure and other.name == limit.name)


def _near(figure: Quantity, candidate: Quantity) -> bool:
    if not (figure.written and candidate.written):
        return False
    farthest = FARTHEST.get(_kind(figure), OFTEN)
    return 1 / farthest <= figure.written / candidate.written <= farthest


def _overlap(one: Quantity, other: Quantity) -> bool:
    return one.low <= other.high and other.low <= one.high
