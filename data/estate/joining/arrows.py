"""The arrows of an estate: gathered once each, turned the way the catalog draws them."""

from __future__ import annotations

from dataclasses import dataclass, field

from data.catalog import catalog
from data.estate.joining.evidence import expression_of
from data.estate.joining.places import End, Kept, Places
from data.estate.records import Link, Place
from data.estate.resource import Path
from data.estate.values import Value

_TURNED = ("read", "query")


def catalog_arrow(source: str | None, target: str | None, kind: str | None = None) -> str | None:
    """The id of the catalog's connection between two services, where there is one."""
    if source is None or target is None:
        return None
    known = catalog().connections
    for name in (
        f"{source}--{target}",
        f"{source}--{target}--{kind}",
        f"{source}--{target}--data",
        f"{source}--{target}--query",
    ):
        if name in known:
            return name
    return None


@dataclass
class Arrows:
    """Links found so far. Of two between the same ends, what *is* wins over what *may be*."""

    places: Places
    found: dict[tuple[str, str, str | None, str | None, str], Link] = field(default_factory=dict)
    _sure: set[tuple[str, str, str | None, str | None]] = field(default_factory=set)
    _ends: set[frozenset[str]] = field(default_factory=set)

    def add(
        self,
        source: End,
        target: End,
        certainty: str,
        says: str,
        by: Kept,
        path: Path,
        value: Value,
        kind: str | None = None,
        turn: bool = False,
    ) -> None:
        """Note an arrow. `turn` lets it follow the catalog where that draws it the other way round."""
        if source.address == target.address and source.service == target.service:
            return
        connection = catalog_arrow(source.service, target.service, kind)
        if turn and connection is None and catalog_arrow(target.service, source.service, kind):
            source, target = target, source
            connection = catalog_arrow(source.service, target.service, kind)
        pair = (source.address, target.address, source.service, target.service)
        if certainty == "may" and (pair in self._sure or (*pair, "") in self.found):
            return
        if certainty == "is":
            self._sure.add(pair)
            self.found.pop((*pair, ""), None)
        key = (*pair, by.read.address if certainty == "is" else "")
        if key in self.found:
            return
        self._ends.add(frozenset((source.address, target.address)))
        self.found[key] = Link(
            source=source.address,
            target=target.address,
            source_service=source.service,
            target_service=target.service,
            certainty="is" if certainty == "is" else "may",
            says=says,
            place=Place(file=by.read.file, line=by.read.line_at(path) or by.read.line),
            expression=expression_of(value),
            by=by.read.address,
            connection=connection,
        )

    def joined(self, one: str, other: str) -> bool:
        """Whether two resources have an arrow in either direction."""
        return frozenset((one, other)) in self._ends
