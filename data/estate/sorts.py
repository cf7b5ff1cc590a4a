"""What each kind of resource is on the landscape: the table `types.yaml`, read once and strictly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from data.catalog import FOLDER, catalog
from data.loading.reading import CatalogError, Reading
from data.records import Catalog
from data.records.statements import Record, Slug, Text

Paths = Annotated[tuple[str, str], Field()]
Scalar = bool | int | float | str
Language = Literal["cloudformation", "terraform"]


class Join(Record):
    """An arrow that a resource means: settings that mention its beginning and end."""

    source: Annotated[Text | None, Field(alias="from")] = None
    to: Text
    says: Text
    kind: Slug | None = None


class Part(Record):
    """Another service that comes with a resource when a setting is there (and has a value)."""

    service: Slug
    when: Text
    value: Annotated[Scalar | None, Field(alias="is")] = None
    arrow_from: Literal["self"] | None = None
    arrow_to: Literal["self"] | None = None


class ServiceBy(Record):
    setting: Text
    begins: Text
    service: Slug
    default: Slug | None = None


class Becomes(Record):
    sort: Slug
    when: Text


class Sort(Record):
    """A kind of resource."""

    id: Slug
    name: Text
    service: Slug
    fate: Literal["map", "fold", "joint", "nested"] = "map"
    cloudformation: tuple[str, ...] = ()
    terraform: tuple[str, ...] = ()
    explorer: tuple[str, ...] = ()
    modules: tuple[str, ...] = ()
    module_service: Slug | None = None
    service_by: ServiceBy | None = None
    becomes: Becomes | None = None
    parts: tuple[Part, ...] = ()
    role: Paths | None = None
    roles: Paths | None = None
    groups: Paths | None = None
    environment: Paths | None = None
    into: Paths | None = None
    settings: dict[str, tuple[str, str] | tuple[str, str, Scalar | dict[Language, Scalar]]] = Field(
        default_factory=dict
    )
    joins: tuple[Join, ...] = ()

    @cached_property
    def by_language(self) -> dict[str, dict[str, tuple[tuple[tuple[str, ...], ...], Scalar | None]]]:
        """For each language and setting: the paths to look under, and the default."""
        found: dict[str, dict[str, tuple[tuple[tuple[str, ...], ...], Scalar | None]]] = {
            "cloudformation": {},
            "terraform": {},
        }
        for number, language in enumerate(("cloudformation", "terraform")):
            for name, entry in self.settings.items():
                default = entry[2] if len(entry) > 2 else None
                held = default.get(language) if isinstance(default, dict) else default  # type: ignore[call-overload]
                found[language][name] = (paths(str(entry[number])), held)
        return found


def paths(text: str) -> tuple[tuple[str, ...], ...]:
    """`A.B | C` as paths of keys; `-` is none."""
    return tuple(tuple(one.strip().split(".")) for one in text.split("|") if one.strip() != "-")


def language_of(kind: str) -> Language:
    """The language whose names the properties of a resource type have."""
    return "cloudformation" if "::" in kind or (":" in kind and " " not in kind) else "terraform"


NAME = "estate/types.yaml"
DOMAIN_SORT = "opensearch-domain"
CUSTOM = "AWS::CloudFormation::CustomResource"
DOMAIN = re.compile(r"(?!.*(config|setup|access|policy)).*(opensearch|elasticsearch|aes).*domain.*", re.IGNORECASE)


class Sorts:
    """All sorts, by id and by the names of the formats."""

    def __init__(self, entries: tuple[Sort, ...], known: Catalog) -> None:
        self.by_id = {entry.id: entry for entry in entries}
        self.by_type = {
            name: entry for entry in entries for name in (*entry.cloudformation, *entry.terraform, *entry.explorer)
        }
        for service in known.services.values():
            for name in (*service.names_in_code.cloudformation, *service.names_in_code.terraform):
                self.by_type.setdefault(name, Sort(id=service.id, name="resource", service=service.id))
        self.modules = sorted(
            ((mark, entry) for entry in entries for mark in entry.modules), key=lambda pair: -len(pair[0])
        )

    def find(self, kind: str, name: str = "") -> Sort | None:
        """The sort of a resource type, or None where the table does not know it.

        A custom resource is a domain where its type says so, or its name, where the type is that of all of them.
        """
        if kind.startswith("module "):
            return next((entry for mark, entry in self.modules if mark in kind), None)
        found = self.by_type.get(kind)
        said = kind if kind.startswith("Custom::") else name if kind == CUSTOM else ""
        return self.by_id[DOMAIN_SORT] if found is None and DOMAIN.fullmatch(said) else found


def is_custom(kind: str) -> bool:
    """Whether a type is that of a custom resource, whose own code decides what it makes."""
    return kind.startswith("Custom::") or kind == CUSTOM


@lru_cache(maxsize=1)
def sorts() -> Sorts:
    """The sorts of this project, loaded once for the process. Errors: as `read_sorts`."""
    return read_sorts(FOLDER, catalog())


def read_sorts(folder: Path, known: Catalog) -> Sorts:
    """The sorts that the table in a folder of data names, whose services are those of a catalog.

    Errors: CatalogError with every problem of the table.
    """
    reading = Reading(folder)
    entries = reading.one(NAME, tuple[Sort, ...])
    problems = reading.problems if entries is None else [f"{NAME}: {each}" for each in _problems(entries, known)]
    if entries is None or problems:
        raise CatalogError(problems)
    return Sorts(entries, known)


def _problems(entries: tuple[Sort, ...], known: Catalog) -> Iterator[str]:
    ids = [entry.id for entry in entries]
    if DOMAIN_SORT not in ids:
        yield f"(whole file): there is no {DOMAIN_SORT!r}, which domains of custom resources become"
    types: set[str] = set()
    for number, entry in enumerate(entries):
        if entry.id in ids[:number]:
            yield f"{number}.id: {entry.id!r} stands twice"
        for name in (*entry.cloudformation, *entry.terraform, *entry.explorer):
            if name in types:
                yield f"{number}: {name} stands twice"
            types.add(name)
        for service in _services_of(entry):
            if service not in known.services:
                yield f"{number}: unknown service {service!r}"
        if entry.becomes and entry.becomes.sort not in ids:
            yield f"{number}.becomes.sort: unknown sort {entry.becomes.sort!r}"
        for join in entry.joins:
            if join.kind and join.kind not in known.kinds:
                yield f"{number}.joins: unknown kind {join.kind!r}"


def _services_of(entry: Sort) -> Iterator[str]:
    yield entry.service
    yield from (part.service for part in entry.parts)
    by = entry.service_by
    yield from (named for named in (entry.module_service, by and by.service, by and by.default) if named)
