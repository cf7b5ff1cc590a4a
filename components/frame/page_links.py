"""Where the app shows what a pointer of a record names, such as `services/dax#size` or `glossary/rcu`."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode

from data.records import Catalog


@dataclass(frozen=True)
class PageLink:
    """The path of a page, the parameters that open a record there, and what the record is called."""

    path: str
    name: str
    parameters: tuple[tuple[str, str], ...] = ()

    @property
    def address(self) -> str:
        """Path and parameters, without host."""
        return f"/{self.path}" + (f"?{urlencode(self.parameters)}" if self.parameters else "")


def page_link_of(catalog: Catalog, pointer: str) -> PageLink:
    """The place of `services/ID`, `services/ID#FACT`, `connections/ID`, `use_cases/ID`, `glossary/ID`,
    `comparisons/ID`, `conflicts/ID`, `capabilities/ID`, or of what stands alone: `decision`, `capabilities`,
    `notes`, `unconfirmed`. The record has to be there.
    """
    if pointer in ALONE:
        return ALONE[pointer]
    folder, _, rest = pointer.partition("/")
    return RECORDS[folder](catalog, rest.partition("#")[0])


def _place_of_connection(catalog: Catalog, connection_id: str) -> PageLink:
    connection = catalog.connections[connection_id]
    name = f"{catalog.services[connection.source_id].short_name} → {catalog.services[connection.target_id].short_name}"
    wide = (("scope", "wide"),) if connection.scope == "wide" else ()
    return PageLink("", name, (("connection", connection_id), *wide))


def _place_of_conflict(catalog: Catalog, conflict_id: str) -> PageLink:
    about = catalog.services[catalog.conflicts[conflict_id].about].short_name
    return PageLink(
        "sources", f"Pages that disagree about {about}", (("section", "conflicts"), ("conflict", conflict_id))
    )


def _place_of_term(catalog: Catalog, term_id: str) -> PageLink:
    term = catalog.terms[term_id].term
    return PageLink("sources", term, (("section", "glossary"), ("q", term)))


def _place_of_capability(catalog: Catalog, capability: str) -> PageLink:
    named = {entry.id: entry.name for entry in catalog.taxonomy.capabilities}
    return PageLink("matrix", named[capability], (("capability", capability),))


ALONE = {
    "decision": PageLink("choose", "Choose"),
    "capabilities": PageLink("matrix", "Matrix"),
    "notes": PageLink("sources", "Statements checked", (("section", "statements"),)),
    "unconfirmed": PageLink("sources", "Unconfirmed", (("section", "unconfirmed"),)),
}
RECORDS: dict[str, Callable[[Catalog, str], PageLink]] = {
    "services": lambda catalog, service: PageLink(
        "services", catalog.services[service].short_name, (("service", service),)
    ),
    "connections": _place_of_connection,
    "use_cases": lambda catalog, use_case: PageLink(
        "use-cases", catalog.use_cases[use_case].title, (("use_case", use_case),)
    ),
    "glossary": _place_of_term,
    "comparisons": lambda catalog, pair: PageLink("compare", catalog.comparisons[pair].title, (("pair", pair),)),
    "conflicts": _place_of_conflict,
    "capabilities": _place_of_capability,
}
