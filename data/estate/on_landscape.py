"""An estate in the terms of the landscape: which services are there, which arrows, and which the landscape has not."""

from __future__ import annotations

from dataclasses import dataclass

from data.estate.records import Estate, Link
from data.records import Catalog


@dataclass(frozen=True)
class OnLandscape:
    """Ids of services with resources, of services that stand outside the files, and of the catalog's connections that
    are there; `own` are links by pair of services between which the landscape has no arrow."""

    services: frozenset[str]
    outside: frozenset[str]
    connections: frozenset[str]
    own: dict[tuple[str, str], tuple[Link, ...]]


def on_landscape(catalog: Catalog, estate: Estate) -> OnLandscape:
    """Where an estate stands on the landscape."""
    services = frozenset(estate.services)
    outside = frozenset(box.service for box in estate.outside if box.service) - services
    own: dict[tuple[str, str], list[Link]] = {}
    for link in estate.links:
        source, target = link.source_service, link.target_service
        if link.connection is None and source and target and source != target:
            own.setdefault((source, target), []).append(link)
    return OnLandscape(
        services=services,
        outside=outside,
        connections=estate.connections,
        own={pair: tuple(links) for pair, links in own.items()},
    )
