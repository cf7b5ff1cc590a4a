"""Two stores side by side, and a ready comparison of them."""

from data.comparing.comparison import Row, Table
from tests.tiny_catalog import Documents, documents, service


def limits(*entries: Documents) -> list[Documents]:
    return [
        {"name": "Size", "unit": "MB", "scope": "item", "adjustable": "no", "source": "page", **entry}
        for entry in entries
    ]


def two_stores(**more: object) -> Documents:
    content = documents()
    latency = [{"text": "It answers in milliseconds.", "source": "page"}]
    shared = [{"text": "Data is always encrypted.", "source": "page"}]
    first = limits({"value": 4, "measure": "item-size"}, {"name": "Tables", "value": 3, "unit": "tables"})
    second = limits(
        {"value": 400, "unit": "KB", "measure": "item-size"}, {"name": "Shards", "value": 9, "unit": "shards"}
    )
    content["services/db.yaml"] = service(
        "db", "Database", "nosql", "store", core=True, latency=latency, limits=first, security={"encryption": shared}
    )
    content["services/search.yaml"] = service(
        "search", "Search", "search", "analyse", core=True, limits=second, security={"encryption": shared}
    )
    return content | more


def row(table: Table, title: str) -> Row:
    return next(row for row in table.rows if row.title == title)
