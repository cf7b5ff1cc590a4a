"""The catalog as pandas frames, one row a record, for notebooks, tables and downloads."""

import pandas as pd

from data.catalog import catalog
from data.records import Catalog

SERVICES = (
    "id",
    "name",
    "category_id",
    "category",
    "lane_id",
    "lane",
    "core",
    "scope",
    "full_card",
    "part_of",
    "purpose",
    "connections",
    "use_cases",
    "address",
)
CONNECTIONS = (
    "id",
    "source_id",
    "source",
    "target_id",
    "target",
    "kind_id",
    "kind",
    "what",
    "how",
    "timing",
    "started_by",
    "scope",
    "confidence",
    "address",
    "read_on",
)
USE_CASES = (
    "use_case",
    "title",
    "problem",
    "step",
    "step_title",
    "connection",
    "source_id",
    "source",
    "target_id",
    "target",
    "text",
)


def services_frame(given: Catalog | None = None) -> pd.DataFrame:
    """Columns: id, name, category and lane (id and name each), core (drawn at first sight, as `scope` says), full_card,
    part_of, purpose, connections, use_cases (counts), address."""
    given = given or catalog()
    categories = {entry.id: entry.name for entry in given.taxonomy.categories}
    lanes = {entry.id: entry.name for entry in given.taxonomy.lanes}
    return pd.DataFrame(
        [
            {
                "id": service.id,
                "name": service.name,
                "category_id": service.category,
                "category": categories[service.category],
                "lane_id": service.lane,
                "lane": lanes[service.lane],
                "core": service.scope == "core",
                "scope": service.scope,
                "full_card": service.core,
                "part_of": service.part_of or "",
                "purpose": service.purpose.text,
                "connections": len(given.connections_of(service.id)),
                "use_cases": len(given.use_cases_by_service[service.id]),
                "address": service.sources[service.docs[0]].url,
            }
            for service in given.services.values()
        ],
        columns=SERVICES,
    )


def connections_frame(given: Catalog | None = None) -> pd.DataFrame:
    """Columns: id, source, target and kind (id and name each), what, how, timing, started_by, scope, confidence,
    address, read_on."""
    given = given or catalog()
    kinds = {entry.id: entry.name for entry in given.taxonomy.kinds}
    return pd.DataFrame(
        [
            {
                "id": connection.id,
                "source_id": connection.source_id,
                "source": given.services[connection.source_id].name,
                "target_id": connection.target_id,
                "target": given.services[connection.target_id].name,
                "kind_id": connection.kind,
                "kind": kinds[connection.kind],
                "what": connection.what.text,
                "how": connection.how,
                "timing": connection.timing,
                "started_by": connection.started_by,
                "scope": connection.scope,
                "confidence": connection.confidence,
                "address": connection.sources[connection.docs[0]].url,
                "read_on": connection.sources[connection.docs[0]].read_on,
            }
            for connection in given.connections.values()
        ],
        columns=CONNECTIONS,
    )


def use_cases_frame(given: Catalog | None = None) -> pd.DataFrame:
    """One row a step. Columns: use_case, title, problem, step (from 1), step_title, connection, source, target
    (names), text."""
    given = given or catalog()
    rows = []
    for use_case in given.use_cases.values():
        for number, step in enumerate(use_case.steps, start=1):
            connection = given.connections[step.connection]
            rows.append(
                {
                    "use_case": use_case.id,
                    "title": use_case.title,
                    "problem": use_case.problem,
                    "step": number,
                    "step_title": step.title,
                    "connection": connection.id,
                    "source_id": connection.source_id,
                    "source": given.services[connection.source_id].name,
                    "target_id": connection.target_id,
                    "target": given.services[connection.target_id].name,
                    "text": step.text,
                }
            )
    return pd.DataFrame(rows, columns=USE_CASES)
