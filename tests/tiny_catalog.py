"""A catalog of five services, written as the YAML files that a contributor would write."""

from pathlib import Path
from typing import Any

import yaml

from data.catalog import load_catalog
from data.records import Catalog

Documents = dict[str, Any]
KINDS = ("data", "change-stream", "cache", "query", "zero-etl", "observability", "identity", "backup", "control")

ASKING = {"cache", "query", "identity", "control"}


def _pages() -> Documents:
    return {
        "page": {
            "url": "https://docs.aws.amazon.com/a/page.html",
            "title": "A page",
            "read_on": "2026-04-13",
            "read": "whole",
        }
    }


def _named(*ids: str) -> list[Documents]:
    return [{"id": identity, "name": identity.title(), "text": f"What {identity} is."} for identity in ids]


def service(identity: str, name: str, category: str, lane: str, **more: Any) -> Documents:
    """The document of a service with one fact."""
    purpose = {"text": f"{name} has a purpose.", "source": "page"}
    features = [{"text": f"{name} has a feature.", "source": ["page"], "id": "feature"}]
    required = {
        "id": identity,
        "name": f"Amazon {name}",
        "short_name": name,
        "category": category,
        "lane": lane,
        "docs": ["page"],
    }
    return {**required, "scope": "core", "sources": _pages(), "purpose": purpose, "features": features, **more}


def connection(source: str, target: str, kind: str = "data", **more: Any) -> Documents:
    """The document of a connection."""
    how = {
        "timing": "sync",
        "started_by": "source",
        "confidence": "high",
        "how": "HTTPS",
        "what": {"text": "Records.", "source": "page"},
        "docs": "page",
    }
    return {
        "id": f"{source}--{target}",
        "source_id": source,
        "target_id": target,
        "kind": kind,
        "scope": "core",
        **how,
        **more,
    }


def connections(*entries: Documents) -> Documents:
    """The document that holds the connections of one service."""
    return {"sources": _pages(), "connections": list(entries)}


def use_case(identity: str, *steps: str, **more: Any) -> Documents:
    """The document of a use case whose steps are the connections `steps`."""
    first = steps[0].split("--")[0]
    told = {
        "why": [{"text": "It is simple."}],
        "trade_offs": [{"text": "It is slow."}],
        "failures": [{"part": first, "what": "It stops.", "then": "Nothing moves.", "do": "Start it again."}],
        "alternatives": [{"title": "Another way", "text": "Do without."}],
        "smaller": [{"service": first, "text": "Leave it out."}],
    }
    walk = [
        {"title": f"Step {number}", "text": "Something moves.", "connection": step}
        for number, step in enumerate(steps, start=1)
    ]
    return {
        "id": identity,
        "title": identity.title(),
        "problem": f"The problem of {identity}.",
        "steps": walk,
        **told,
        "sources": _pages(),
        "docs": "page",
        **more,
    }


def documents() -> Documents:
    """Path to content of every file: `app` reads `db` through `cache`, `db` feeds `search` in two ways, and `archive`
    is further out."""
    return {
        "taxonomy.yaml": {
            "categories": _named("application", "nosql", "search"),
            "lanes": _named("produce", "connect", "store", "analyse"),
            "kinds": [kind | ({"follows": "question"} if kind["id"] in ASKING else {}) for kind in _named(*KINDS)],
            "capabilities": _named("sql"),
        },
        "services/app.yaml": service("app", "App", "application", "produce"),
        "services/cache.yaml": service("cache", "Cache", "nosql", "connect", part_of="db"),
        "services/db.yaml": service("db", "Database", "nosql", "store", core=True, aliases=["store"]),
        "services/search.yaml": service("search", "Search", "search", "analyse", former_names=["Finder"]),
        "services/archive.yaml": service("archive", "Archive", "search", "analyse", scope="wide"),
        "connections/app.yaml": connections(connection("app", "cache", "cache"), connection("app", "db", scope="wide")),
        "connections/cache.yaml": connections(connection("cache", "db", "cache")),
        "connections/db.yaml": connections(
            connection("db", "search", "zero-etl", id="db--search--zero-etl"),
            connection("db", "search", "data", id="db--search--data"),
            connection("db", "archive", "backup", scope="wide"),
        ),
        "use_cases/read.yaml": use_case("read", "app--cache", "cache--db"),
        "use_cases/find.yaml": use_case("find", "cache--db", "db--search--zero-etl"),
        "glossary/item.yaml": {
            "id": "item",
            "term": "Item",
            "definition": "One record.",
            "source": "page",
            "sources": _pages(),
        },
        "conflicts/size.yaml": {
            "id": "size",
            "about": "db",
            "question": "How large?",
            "claims": [{"says": "One.", "source": "page"}, {"says": "Two.", "source": "other"}],
            "shown": "One.",
            "sources": {
                **_pages(),
                "other": {
                    "url": "https://docs.aws.amazon.com/b/other.html",
                    "title": "Other",
                    "read_on": "2026",
                    "read": "whole",
                },
            },
        },
        "regions.csv": "botocore,partition,region,name,db:store\n1.0,aws,us-east-1,N. Virginia,yes\n",
        "unconfirmed.yaml": [{"about": "db", "text": "It may be fast."}],
        "notes.yaml": {
            "sources": _pages(),
            "notes": [
                {
                    "id": "first",
                    "section": "Databases",
                    "quote": "It stores.",
                    "verdict": "correct",
                    "accurate": "It stores.",
                    "where": ["services/db#feature", "connections/app--db", "use_cases/read"],
                    "source": "page",
                }
            ],
        },
    }


def write_documents(folder: Path, content: Documents) -> Path:
    """Write every document as a file below `folder`; text is written as it is."""
    for name, document in content.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(document if isinstance(document, str) else yaml.safe_dump(document, sort_keys=False), "utf-8")
    return folder


def tiny_catalog(folder: Path, content: Documents | None = None) -> Catalog:
    """Write the documents and load them."""
    return load_catalog(write_documents(folder, content or documents()))
