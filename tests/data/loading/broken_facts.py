"""Broken services and terms: fields, limits, sources and dates, and what is told of each."""

from tests.data.loading.changes_to_documents import APP, DB, changed, source_of

BROKEN_FACTS = {
    "an unknown key": (changed(DB + "colour", "red"), DB + "colour: Extra inputs"),
    "a missing key": (lambda content: content["services/db.yaml"].pop("purpose"), DB + "purpose: Field required"),
    "a key deep inside": (changed(DB + "purpose.texts", "x"), DB + "purpose.texts: Extra inputs"),
    "an empty text": (changed(DB + "purpose.text", " "), DB + "purpose.text: String should have at least 1"),
    "a number for a text": (changed(DB + "name", 7), DB + "name: Input should be a valid string"),
    "a text for a truth": (changed(DB + "core", "yes"), DB + "core: Input should be a valid boolean"),
    "a text for a list": (changed(DB + "features", "fast"), DB + "features: Input should be a valid"),
    "a name too long for its box": (
        changed(DB + "short_name", "x" * 27),
        DB + "short_name: String should have at most 26",
    ),
    "an id with capitals": (changed(DB + "id", "DB"), DB + "id: String should match"),
    "an id that is not the file's name": (
        changed("glossary/item.yaml: id", "thing"),
        "glossary/item.yaml: id: 'thing' is not the file's name",
    ),
    "an unknown category": (changed(DB + "category", "graph"), DB + "category: unknown category 'graph'"),
    "an unknown lane": (changed(DB + "lane", "fast"), DB + "lane: unknown lane 'fast'"),
    "an unknown capability": (
        changed(DB + "capabilities", {"speed": {"value": "yes", "source": "page"}}),
        DB + "capabilities: unknown capability 'speed'",
    ),
    "partly without its condition": (
        changed(DB + "capabilities", {"sql": {"value": "partly", "source": "page"}}),
        DB + "capabilities.sql.note: partly needs",
    ),
    "a parent that is not there": (changed(DB + "part_of", "cloud"), DB + "part_of: unknown service 'cloud'"),
    "a core service that is not drawn": (
        changed("services/archive.yaml: core", True),
        "services/archive.yaml: scope: a core service",
    ),
    "a name used twice": (
        changed(DB + "short_name", "Cache"),
        "services/cache.yaml: short_name: 'Cache' is already the name of 'db'",
    ),
    "a limit whose pages say what happens and are silent": (
        changed(
            DB + "limits",
            [
                {"name": "Rows", "value": 1, "unit": "rows", "scope": "table", "adjustable": "no", "source": "page"}
                | {"when_hit": {"text": "It stops.", "source": "page"}, "when_hit_unsaid": "page"}
            ],
        ),
        DB + "db.rows: when_hit_unsaid: a page says what happens",
    ),
    "a fact told twice": (
        changed(DB + "purpose.text", "Database has a feature."),
        DB + "text: stands twice: 'Database has a feature.'",
    ),
    "a fact's id used twice": (changed(DB + "purpose.id", "feature"), DB + "id: the fact id 'feature' stands twice"),
    "a fact's conflict that is not there": (
        changed(DB + "purpose.conflict", "colour"),
        DB + "conflict: unknown conflict 'colour'",
    ),
    "a connection's conflict that is not there": (
        changed(APP + "connections.0.what.conflict", "colour"),
        APP + "app--cache.conflict: unknown conflict 'colour'",
    ),
    "an address without https": (
        changed(DB + "sources.page.url", "http://docs.aws.amazon.com/a"),
        DB + "sources.page.url: String should match",
    ),
    "an address that breaks its link": (
        changed(DB + "sources.page.url", "https://docs.aws.amazon.com/a(b)"),
        DB + "sources.page.url: String should match",
    ),
    "an address of somebody else": (
        changed(DB + "sources.page.url", "https://example.org/a"),
        DB + "sources.page.url: not an official documentation host",
    ),
    "a host that only looks official": (
        changed(DB + "sources.page.url", "https://docs.aws.amazon.com.example.org/a"),
        DB + "sources.page.url: not an official documentation host",
    ),
    "a bad address in a file of connections": (
        changed(APP + "sources.page.url", "ftp://x"),
        APP + "sources.page.url: String should match",
    ),
    "a date that does not exist": (
        changed(DB + "sources.page.read_on", "2026-02-30"),
        DB + "sources.page.read_on: Value error",
    ),
    "an unquoted date that does not exist": (
        lambda content: content.update(
            {
                "glossary/item.yaml": "id: item\nterm: Item\ndefinition: One.\nsource: page\nsources:\n  page:\n"
                "    {url: 'https://docs.aws.amazon.com/a/page.html', title: A, read_on: 2026-02-30}\n"
            }
        ),
        "glossary/item.yaml: sources.page.read_on: Value error",
    ),
    "a date in words": (
        changed(DB + "sources.page.read_on", "last week"),
        DB + "sources.page.read_on: String should match",
    ),
    "dates in the wrong order": (
        changed(DB + "sources.page.read_on", "2026-05/2025-06"),
        DB + "sources.page.read_on: Value error, the later date",
    ),
    "a page read in the future": (
        changed(DB + "sources.page.read_on", "9999-01-01"),
        DB + "sources.page.read_on: 9999-01-01 is in the future",
    ),
    "an unknown source": (changed(DB + "purpose.source", "memory"), DB + "source: 'memory' is not among the sources"),
    "an unknown source of a connection": (
        changed(APP + "connections.1.what.source", "memory"),
        APP + "app--db: source: 'memory' is not among the sources",
    ),
    "a statement without a source": (
        changed(DB + "purpose.source", []),
        DB + "purpose.source: Value should have at least 1 item",
    ),
    "a source that nothing cites": (
        changed(DB + "sources.new", source_of()),
        DB + "sources.new: no statement cites it",
    ),
    "a source that no connection cites": (
        changed(APP + "sources.new", source_of()),
        APP + "sources.new: no statement cites it",
    ),
    "a page listed twice": (
        lambda content: content["services/db.yaml"].update(
            sources={"page": source_of(), "new": source_of() | {"url": source_of()["url"] + "#part"}},
            docs=["page", "new"],
        ),
        DB + "sources: the page stands twice",
    ),
}
