"""The feature matrix: which service has which capability, with the condition and the pages that say so."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from data.records import Catalog, Named, Service, Source, doubt

Stated = Literal["yes", "partly", "no", "not stated"]


@dataclass(frozen=True)
class Cell:
    """Whether a service has a capability; `note` is the condition or explanation, empty where there is none."""

    value: Stated
    note: str = ""
    sources: tuple[Source, ...] = ()


NOT_STATED = Cell("not stated")


@dataclass(frozen=True)
class Matrix:
    """Services by capability; `cells` has one entry for each pair, keyed (service id, capability id)."""

    services: tuple[Service, ...]
    capabilities: tuple[Named, ...]
    cells: Mapping[tuple[str, str], Cell]


def services_of_matrix(catalog: Catalog) -> tuple[Service, ...]:
    """The services of which any capability is stated, in the catalog's order."""
    return tuple(service for service in catalog.services.values() if service.capabilities)


def matrix(catalog: Catalog, only: Collection[str] | None = None) -> Matrix:
    """The matrix of all services of which a capability is stated, or of those among them whose ids are in `only`."""
    services = tuple(service for service in services_of_matrix(catalog) if only is None or service.id in only)
    capabilities = catalog.taxonomy.capabilities
    return Matrix(services, capabilities, {(s.id, c.id): cell(s, c.id) for s in services for c in capabilities})


def cell(service: Service, capability: str) -> Cell:
    """What the catalog says of one capability of a service."""
    stated = service.capabilities.get(capability)
    if stated is None:
        return NOT_STATED
    note = f"{stated.note or ''}{doubt(stated.source, service.sources)}".lstrip()
    return Cell(stated.value, note, tuple(service.sources[key] for key in stated.source))


def matrix_frame(shown: Matrix) -> pd.DataFrame:
    """One row a cell. Columns: service (id), service_name, capability (id), capability_name, value, note, addresses,
    read_on (both joined by spaces)."""
    return pd.DataFrame(
        [
            {
                "service": service.id,
                "service_name": service.name,
                "capability": capability.id,
                "capability_name": capability.name,
                "value": found.value,
                "note": found.note,
                "addresses": " ".join(source.url for source in found.sources),
                "read_on": " ".join(source.read_on for source in found.sources),
            }
            for capability in shown.capabilities
            for service in shown.services
            for found in [shown.cells[service.id, capability.id]]
        ]
    )
