"""Every limit of every service as one table: its row's id, its quantity, what happens when it is hit, and the
filter."""

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, lru_cache

from data.comparing.quantity import Quantity, in_words, quantity
from data.records import Catalog, Limit, Service, Source, Trouble
from data.search.words import words_of

ASKED_SIZE = re.compile(
    r"(?P<sign>at least|at most|more than|less than|over|under|above|below|>=|<=|>|<)\s*"
    r"(?P<value>\d[\d,]*(?:\.\d+)?)\s*(?P<unit>[A-Za-z%]+(?:\s*(?:/|per)\s*[A-Za-z]+)?)?",
    re.IGNORECASE,
)
LOWER = {"at least", "more than", "over", "above", ">=", ">"}
STRICT = {"more than", "less than", "over", "under", "above", "below", ">", "<"}
NOT_SAID = "AWS's pages do not say"
SORTS = ("service", "limit", "value", "scope", "adjustable", "date")


@dataclass(frozen=True, eq=False)
class LimitRow:
    """A limit of a service; `id` is `service.limit`, `troubles` tell what happens when it is hit."""

    id: str
    service: Service
    limit: Limit
    size: Quantity | None
    troubles: tuple[Trouble, ...]

    @property
    def sources(self) -> tuple[Source, ...]:
        return tuple(self.service.sources[key] for key in self.limit.source)

    @property
    def silent_pages(self) -> tuple[Source, ...]:
        """The pages that were read for what happens when it is hit, and do not say it."""
        return tuple(self.service.sources[key] for key in self.limit.when_hit_unsaid or ())

    @property
    def what_happens(self) -> tuple[str, ...]:
        """What happens when it is hit: as a page says it, then as people meet it."""
        said = (self.limit.when_hit.text,) if self.limit.when_hit else ()
        return (*said, *(trouble.symptom for trouble in self.troubles))

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of the row."""
        told = (self.service.name, self.service.short_name, *self.service.aliases, self.limit.name)
        parts = (*told, in_words(self.limit), self.limit.scope, self.limit.note or "", self.limit.told or "")
        parts = (*parts, *self.what_happens)
        return frozenset(word for part in parts for word in words_of(part))


@lru_cache(maxsize=4)
def limit_rows(catalog: Catalog) -> dict[str, LimitRow]:
    """Every limit by the id of its row, in the order of the catalog."""
    hit: dict[str, list[Trouble]] = {}
    for trouble in catalog.troubles.values():
        for row in trouble.limits:
            hit.setdefault(row, []).append(trouble)
    found = {}
    for service in catalog.services.values():
        for row_id, limit in service.limits_by_row.items():
            found[row_id] = LimitRow(row_id, service, limit, quantity(limit), tuple(hit.get(row_id, ())))
    return found


@dataclass(frozen=True)
class LimitFilter:
    """Conditions of the rows shown, all of them. A size stands in the text: `at least 1 MB`, `under 15 minutes`."""

    services: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    adjustable: tuple[str, ...] = ()
    text: str = ""

    @property
    def is_empty(self) -> bool:
        return not (self.services or self.categories or self.adjustable or self.text.strip())

    def rows(self, catalog: Catalog, sort: str = "service", *, descending: bool = False) -> list[LimitRow]:
        """The rows that fit, in order; rows without a quantity stand last where values are sorted."""
        words = set(words_of(ASKED_SIZE.sub(" ", self.text)))
        sizes = [_asked(match) for match in ASKED_SIZE.finditer(self.text)]
        fitting = [
            row
            for row in limit_rows(catalog).values()
            if (not self.services or row.service.id in self.services)
            and (not self.categories or row.service.category in self.categories)
            and (not self.adjustable or row.limit.adjustable in self.adjustable)
            and all(any(told.startswith(word) for told in row.words) for word in words)
            and all(size is not None and _has(row, *size) for size in sizes)
        ]
        if sort == "service":
            return fitting[::-1] if descending else fitting
        if sort == "value":
            sized = [row for row in fitting if row.size is not None]
            sized.sort(key=_by_size, reverse=descending)
            return [*sized, *(row for row in fitting if row.size is None)]
        return sorted(fitting, key=lambda row: _sorted_by(row, sort), reverse=descending)


def _by_size(row: LimitRow) -> tuple[str, Fraction]:
    assert row.size is not None  # noqa: S101 (only rows with a quantity are sorted by it)
    return row.size.dimension, row.size.written


def _sorted_by(row: LimitRow, sort: str) -> str:
    keys = {
        "limit": row.limit.name,
        "scope": row.limit.scope.removeprefix("per "),
        "adjustable": row.limit.adjustable,
        "date": max(source.read_on for source in row.sources),
    }
    return keys[sort].casefold()


def _asked(match: re.Match[str]) -> tuple[str, Quantity] | None:
    """Sign and quantity that somebody asks for; None where the words are no quantity."""
    value = float(match["value"].replace(",", ""))
    unit = (match["unit"] or "").strip()
    proper = {"b": "bytes", "kb": "KB", "mb": "MB", "gb": "GB", "tb": "TB", "pb": "PB"}
    proper |= {"kib": "KiB", "mib": "MiB", "gib": "GiB", "tib": "TiB", "pib": "PiB", "sec": "seconds", "hrs": "hours"}
    head, rest = re.match(r"([A-Za-z%]*)(.*)", unit).groups()  # type: ignore[union-attr]  # it matches everything
    named = proper.get(head.casefold(), head) + re.sub(r"\s*(/|per)\s*", " per ", rest)
    limit = Limit(name="asked", value=value, unit=named or "things", scope="asked", adjustable="no", source=("asked",))
    size = quantity(limit)
    return (match["sign"].casefold(), size) if size else None


def _has(row: LimitRow, sign: str, wanted: Quantity) -> bool:
    """Whether the limit of a row is as large as asked; a number without a unit fits whatever is counted."""
    if row.size is None or (wanted.dimension not in {row.size.dimension, "thing"}):
        return False
    one, other = row.size.written, wanted.written
    if row.size.family != wanted.family:  # KB, MB and GB stand for powers of 1000 and of 1024 alike
        one, other = row.size.high, wanted.low
        if sign not in LOWER:
            one, other = row.size.low, wanted.high
    if sign in LOWER:
        return one > other if sign in STRICT else one >= other
    return one < other if sign in STRICT else one <= other
