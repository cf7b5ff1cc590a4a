"""Where the app shows what a pointer of a record names, such as `services/dax#size` or `glossary/rcu`."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode

from data.catalog import Catalog


@dataclass(frozen=True)
class Place:
    """The path of a page, the parameters that open a record there, and what the record is called."""

    path: str
    name: str
    parameters: tuple[tuple[str, str], ...] = ()

    @property
    def address(self) -> str:
        """Path and parameters, without host."""
        return f"/{self.path}" + (f"?{urlencode(self.parameters)}" if self.parameters else "")


def place_named(catalog: Catalog, pointer: str) -> Place:
    """The place of `services/ID`, `services/ID#FACT`, `connections/ID`, `use_cases/ID`, `glossary/ID`, `comparisons/ID`, `conflicts/ID`, `capabilities/ID`,
    or of what stands alone: `decision`, `capabilities`, `notes`, `unconfirmed`. The record has to be there.
    """
    if pointer in ALONE:
        return ALONE[pointer]
    folder, _, rest = pointer.partition("/")
    return RECORDS[folder](catalog, rest.partition("#")[0])


def _place_of_connection(catalog: Catalog, connection_id: str) -> Place:
    connection = catalog.connections[connection_id]
    name = f"{catalog.services[connection.source_id].short_name} → {catalog.services[connection.target_id].short_name}"
    wide = (("scope", "wide"),) if connection.scope == "wide" else ()
    return Place("", name, (("connection", connection_id), *wide))


def _place_of_conflict(catalog: Catalog, conflict_id: str) -> Place:
    about = catalog.services[catalog.conflicts[conflict_id].about].short_name
    return Place("sources", f"Pages that disagree about {about}", (("section", "conflicts"),))


def _place_of_term(catalog: Catalog, term_id: str) -> Place:
    term = catalog.terms[term_id].term
    return Place("sources", term, (("section", "glossary"), ("q", term)))


def _place_of_capability(catalog: Catalog, capability: str) -> Place:
    named = {entry.id: entry.name for entry in catalog.taxonomy.capabilities}
    return Place("matrix", named[capability], (("capability", capability),))


ALONE = {
    "decision": Place("choose", "Choose"),
    "capabilities": Place("matrix", "Matrix"),
    "notes": Place("sources", "Statements checked", (("section", "statements"),)),
    "unconfirmed": Place("sources", "Unconfirmed", (("section", "unconfirmed"),)),
}
RECORDS: dict[str, Callable[[Catalog, str], Place]] = {
    "services": lambda catalog, service: Place("services", catalog.services[service].short_name, (("service", service),)),
    "connections": _place_of_connection,
    "use_cases": lambda catalog, use_case: Place("use-cases", catalog.use_cases[use_case].title, (("use_case", use_case),)),
    "glossary": _place_of_term,
    "comparisons": lambda catalog, pair: Place("compare", catalog.comparisons[pair].title, (("pair", pair),)),
    "conflicts": _place_of_conflict,
    "capabilities": _place_of_capability,
}
