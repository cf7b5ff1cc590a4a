"""Questions about figures: what the limit is, beside figures that hold for something else."""

from collections.abc import Iterator

from data.comparing.quantity import Quantity, quantity
from data.learn.question import Question, Wrong
from data.records import Catalog, Limit, Service

FARTHEST = {"count": 25, "bytes": 400, "seconds": 60}  # times; a figure farther away is no temptation
COUNT, OFTEN = "count", 200
ONE = {"hours": "hour", "days": "day", "minutes": "minute", "seconds": "second"}
NEAREST = 8  # figures kept beside the right one
LENGTHS = frozenset({"characters", "dimensions", "attributes", "columns", "percent"})  # They measure one thing.


def limit_questions(catalog: Catalog) -> Iterator[Question]:
    """A question for each limit that has a name in the catalog, and a number that official pages agree on."""
    known = [(s, limit) for s in catalog.services.values() if s.core for limit in s.limits if quantity(limit)]
    for service, limit in known:
        figure = quantity(limit)
        if figure is None or not (limit.id or limit.measure) or limit.conflict or _gives_itself_away(limit):
            continue
        wrong = _nearest(figure, list(_wrong(service, limit, figure, known)))
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
    told = unit or limit.unit
    return f"{value} {ONE.get(told, told) if value == '1' else told}"


def _gives_itself_away(limit: Limit) -> bool:
    return str(limit.value) in f"{limit.name} {limit.scope}"


def _kind(figure: Quantity) -> str:
    return COUNT if figure.family == COUNT else figure.dimension


def _sort(limit: Limit) -> str:
    """What a count is of: a rate, the length of one thing, or things that one can have. A figure of another sort does
    not tempt."""
    if " per " in limit.unit or limit.unit.endswith("s/s"):
        return "rate"
    return "length" if limit.unit in LENGTHS else "things"


def _nearest(figure: Quantity, found: list[tuple[Quantity, Wrong]]) -> tuple[Wrong, ...]:
    """The wrong figures that are nearest to the right one, however many times larger or smaller."""
    found.sort(key=lambda pair: max(pair[0].written / figure.written, figure.written / pair[0].written))
    return tuple(wrong for _, wrong in found[:NEAREST])


def _wrong(
    service: Service, limit: Limit, figure: Quantity, known: list[tuple[Service, Limit]]
) -> Iterator[tuple[Quantity, Wrong]]:
    """Figures of other limits of the same kind; a count is told in the unit that is asked for."""
    taken = [quantity(other) for other in service.limits if other.name == limit.name or _same(other, limit)]
    for other_service, other in known:
        candidate = quantity(other)
        if candidate is None or _kind(candidate) != _kind(figure) or _same(other, limit):
            continue
        if _kind(figure) == COUNT and (_sort(other) != _sort(limit) or candidate.written == 1 != figure.written):
            continue
        if not _near(figure, candidate) or any(_overlap(candidate, one) for one in taken if one):
            continue
        taken.append(candidate)
        text = shown(other, limit.unit if candidate.family == COUNT else None)
        yield candidate, Wrong(text, f"{other.name} of {other_service.short_name}, {other.scope}")


def _same(other: Limit, limit: Limit) -> bool:
    return other is limit or (other.measure is not None and other.measure == limit.measure and other.name == limit.name)


def _near(figure: Quantity, candidate: Quantity) -> bool:
    if not (figure.written and candidate.written):
        return False
    farthest = FARTHEST.get(_kind(figure), OFTEN)
    return 1 / farthest <= figure.written / candidate.written <= farthest


def _overlap(one: Quantity, other: Quantity) -> bool:
    return one.low <= other.high and other.low <= one.high
