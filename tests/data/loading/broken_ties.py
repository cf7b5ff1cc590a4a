"""Broken connections, use cases and whole files, and what is told of each."""

from tests.data.loading.changes_to_documents import APP, DB, READ, changed, dropped, written
from tests.tiny_catalog import connection, connections

BROKEN_TIES = {
    "a connection to nowhere": (
        written("connections/search.yaml", connections(connection("search", "moon"))),
        "connections/search.yaml: search--moon.target_id: unknown service 'moon'",
    ),
    "a connection to itself": (
        written("connections/search.yaml", connections(connection("search", "search"))),
        "connections/search.yaml: search--search.target_id: begins and ends",
    ),
    "a connection in the file of another service": (
        written("connections/search.yaml", connections(connection("archive", "search", scope="wide"))),
        "connections/search.yaml: connections.0.source_id: 'archive' is not the file's name",
    ),
    "a connection's id that does not fit its ends": (
        written("connections/search.yaml", connections(connection("search", "db", id="search--app"))),
        "connections/search.yaml: search--app.id: should be 'search--db'",
    ),
    "an id with a kind that one connection does not need": (
        written("connections/search.yaml", connections(connection("search", "db", "query", id="search--db--query"))),
        "connections/search.yaml: search--db--query.id: should be 'search--db'",
    ),
    "an id that names another kind": (
        written(
            "connections/search.yaml",
            connections(
                connection("search", "db", "query", id="search--db--query"),
                connection("search", "db", "data", id="search--db--cache"),
            ),
        ),
        "connections/search.yaml: search--db--cache.id: should be 'search--db--data'",
    ),
    "an unknown kind of connection": (
        changed(APP + "connections.0.kind", "magic"),
        APP + "connections.0.kind: Input should be 'data'",
    ),
    "a kind that the taxonomy lacks": (
        lambda content: content["taxonomy.yaml"].update(
            kinds=[kind for kind in content["taxonomy.yaml"]["kinds"] if kind["id"] != "backup"]
        ),
        "connections/db.yaml: db--archive.kind: the taxonomy has no kind 'backup'",
    ),
    "a connection drawn before its end": (
        changed(APP.replace("app", "db") + "connections.2.scope", "core"),
        "connections/db.yaml: db--archive.scope: core, but 'archive'",
    ),
    "a file of connections without its sources": (
        written("connections/search.yaml", {"connections": []}),
        "connections/search.yaml: (whole file): needs exactly",
    ),
    "connections that are no list": (
        written("connections/search.yaml", {"sources": {}, "connections": {"search--db": {}}}),
        "connections/search.yaml: (whole file): needs exactly",
    ),
    "sources of connections that are null": (changed(APP + "sources", None), APP + "sources: has to map keys to pages"),
    "sources of connections that are a list": (
        changed(APP + "sources", ["page"]),
        APP + "sources: has to map keys to pages",
    ),
    "sources of a record that are null": (changed(DB + "sources", None), DB + "sources: Input should be an object"),
    "a connection that is a list": (
        changed(APP + "connections.0", []),
        APP + "connections.0.(whole file): Input should be an object",
    ),
    "a use case that names an unknown connection": (
        changed(READ + "steps.0.connection", "app--moon"),
        READ + "steps.0.connection: unknown connection 'app--moon'",
    ),
    "a use case of one step": (
        lambda content: content["use_cases/read.yaml"]["steps"].pop(),
        READ + "steps: Tuple should have at least 2",
    ),
    "a use case with an unknown service": (changed(READ + "also", ["moon"]), READ + "unknown service 'moon'"),
    "a failure of a part that is not involved": (
        changed(READ + "failures.0.part", "search"),
        READ + "failures.0.part: 'search' is no service or connection",
    ),
    "leaving out what is not involved": (
        changed(READ + "smaller.0.service", "search"),
        READ + "smaller.0.service: 'search' is no service",
    ),
    "a disagreement about nothing": (
        changed("conflicts/size.yaml: about", "moon"),
        "conflicts/size.yaml: about: unknown service 'moon'",
    ),
    "a disagreement of one": (
        lambda content: content["conflicts/size.yaml"]["claims"].pop(),
        "conflicts/size.yaml: claims: Tuple should have at least 2",
    ),
    "something unconfirmed about nothing": (
        changed("unconfirmed.yaml: 0.about", "moon"),
        "unconfirmed.yaml: 0.about: unknown service 'moon'",
    ),
    "a note that points nowhere": (
        changed("notes.yaml: notes.0.where.0", "services/db#colour"),
        "notes.yaml: first.where: 'services/db#colour' leads nowhere",
    ),
    "a note of an unknown verdict": (
        changed("notes.yaml: notes.0.verdict", "true"),
        "notes.yaml: notes.0.verdict: Input should be 'correct'",
    ),
    "a category listed twice": (
        lambda content: content["taxonomy.yaml"]["categories"].append(content["taxonomy.yaml"]["categories"][0]),
        "taxonomy.yaml: categories: 'application' stands twice",
    ),
    "a key written twice": (
        written("glossary/item.yaml", "id: item\nid: item\n"),
        "glossary/item.yaml: not readable as YAML: key 'id' is written twice",
    ),
    "a key that is no text": (
        written("glossary/item.yaml", "id: item\nyes: item\n"),
        "glossary/item.yaml: not readable as YAML: key True is not text",
    ),
    "a key that is a list": (
        written("glossary/item.yaml", "? [a, b]\n: item\n"),
        "glossary/item.yaml: not readable as YAML: key ['a', 'b'] is not text",
    ),
    "broken YAML": (written("glossary/item.yaml", "id: [item\nterm: x"), "glossary/item.yaml: not readable as YAML"),
    "an empty file": (written("glossary/item.yaml", ""), "glossary/item.yaml: (whole file): Input should be an object"),
    "an empty file of connections": (
        written("connections/search.yaml", ""),
        "connections/search.yaml: (whole file): needs exactly",
    ),
    "an empty taxonomy": (written("taxonomy.yaml", ""), "taxonomy.yaml: (whole file): Input should be an object"),
    "a file that holds a list": (
        written("glossary/item.yaml", "- item"),
        "glossary/item.yaml: (whole file): Input should be an object",
    ),
    "a missing taxonomy": (dropped("taxonomy.yaml"), "taxonomy.yaml: the file is missing"),
    "missing notes": (dropped("notes.yaml"), "notes.yaml: the file is missing"),
    "an ending in capitals": (written("glossary/other.YAML", "id: other"), "glossary/other.YAML: has to end in .yaml"),
    "a tag": (written("glossary/item.yaml", "id: !!int item"), "glossary/item.yaml: id: the tag '!!int' is not taken"),
    "a file that would be overlooked": (
        written("glossary/other.yml", "id: other"),
        "glossary/other.yml: has to end in .yaml",
    ),
}
