"""An estate: what a reading hands over. Only what `types.yaml` names leaves a template; secrets, whole account ids
and other text never do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from typing import Literal

from pydantic import BaseModel, ConfigDict

NOT_SET = "not set"  # the text of a former setting that was not there
Scalar = bool | int | float | str
Fate = Literal["map", "folded", "outside", "missing", "unknown", "absent"]
FATES: Mapping[Fate, str] = {
    "map": "on the map",
    "folded": "folded into another resource, or drawn as an arrow",
    "outside": "outside this landscape",
    "missing": "template or module not among the files",
    "unknown": "not understood",
    "absent": "not created, by its condition or count",
}


class Part(BaseModel):
    """What all parts of an estate share: frozen and without unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Place(Part):
    """Where something stands in what was sent. `line` begins at 1; None where the file has no lines that tell."""

    file: str
    line: int | None = None

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}" if self.line else self.file


class Setting(Part):
    """A setting of a resource.

    `known`: it has the `value`. `default`: it is not written, and `value` is what then holds. `depends`: `text` is
    the expression, `depends` names what it
    hangs on, `options` are all values it can have (where the files say so) and `value` the one with every default in
    place, and `by_file` what each file of values makes of that, where they differ. `hidden`: not visible here.
    """

    name: str
    state: Literal["known", "default", "depends", "hidden"]
    value: Scalar | tuple[Scalar, ...] | None = None
    text: str = ""
    depends: tuple[str, ...] = ()
    options: tuple[Scalar | tuple[Scalar, ...] | None, ...] = ()
    may_be_absent: bool = False
    by_file: tuple[str, ...] = ()
    line: int | None = None


class Accepted(Part):
    """A check that the team has already looked at, with the reason it gave."""

    check: str
    reason: str


class Exists(Part):
    """What the existence of a resource hangs on. `default` is the answer with every default in place; `by_file` says
    what each file of values makes of it, where they differ."""

    text: str
    depends: tuple[str, ...] = ()
    default: bool | None = None
    by_file: tuple[str, ...] = ()


class Resource(Part):
    """One resource. `services` are the boxes of the landscape it stands in, the first its own; `host` the resource
    that it is folded into."""

    address: str
    name: str
    type: str
    sort: str | None
    kind: str
    services: tuple[str, ...] = ()
    fate: Fate
    host: str | None = None
    place: Place
    module: str = ""
    written: bool = True
    settings: tuple[Setting, ...] = ()
    exists: Exists | None = None
    accepted: tuple[Accepted, ...] = ()
    change: Literal["created", "changed", "replaced", "deleted", "unchanged"] | None = None
    before: tuple[Setting, ...] = ()
    note: str = ""
    whole: bool = True  # whether what is not written is known to be absent

    @cached_property
    def by_name(self) -> Mapping[str, Setting]:
        """The settings by their names."""
        return {setting.name: setting for setting in self.settings}


class Link(Part):
    """A connection between two resources (or what stands outside), with the line that proves it. `connection` is the
    catalog's arrow, where it has one."""

    source: str
    target: str
    source_service: str | None
    target_service: str | None
    certainty: Literal["is", "may"]
    says: str
    place: Place
    expression: str
    by: str
    connection: str | None = None


class Outside(Part):
    """Something the files refer to and do not hold."""

    id: str
    name: str
    service: str | None
    what: str


class Problem(Part):
    """A sentence about what could not be read."""

    place: Place
    sentence: str

    def __str__(self) -> str:
        return f"{self.place}: {self.sentence}"


class Estate(Part):
    """Everything read from one upload."""

    files: dict[str, str] = {}
    resources: tuple[Resource, ...] = ()
    links: tuple[Link, ...] = ()
    outside: tuple[Outside, ...] = ()
    problems: tuple[Problem, ...] = ()

    @cached_property
    def by_address(self) -> Mapping[str, Resource]:
        """The resources by their addresses."""
        return {resource.address: resource for resource in self.resources}

    @cached_property
    def outside_by_id(self) -> Mapping[str, Outside]:
        """The boxes outside by their ids."""
        return {box.id: box for box in self.outside}

    @cached_property
    def counts(self) -> Mapping[Fate, int]:
        """How many of the written resources have which fate; together they are all of them."""
        found = Counter(resource.fate for resource in self.resources if resource.written)
        return {fate: found[fate] for fate in FATES}

    @cached_property
    def on_map(self) -> tuple[Resource, ...]:
        """The resources that stand in a box of the landscape."""
        return tuple(resource for resource in self.resources if resource.fate == "map")

    @cached_property
    def services(self) -> Mapping[str, tuple[Resource, ...]]:
        """The resources in each box of the landscape."""
        found: dict[str, list[Resource]] = {}
        for resource in self.on_map:
            for service in resource.services:
                found.setdefault(service, []).append(resource)
        return {service: tuple(held) for service, held in found.items()}

    @cached_property
    def links_at(self) -> Mapping[str, tuple[Link, ...]]:
        """The connections that begin or end at each resource."""
        found: dict[str, list[Link]] = {}
        for link in self.links:
            for end in {link.source, link.target}:
                found.setdefault(end, []).append(link)
        return {end: tuple(held) for end, held in found.items()}

    @cached_property
    def connections(self) -> frozenset[str]:
        """Ids of the catalog's connections that this estate has."""
        return frozenset(link.connection for link in self.links if link.connection)

    @property
    def has_plan(self) -> bool:
        """Whether the estate says what will change."""
        return any(resource.change not in (None, "unchanged") for resource in self.resources)

    def name(self, end: str) -> str:
        """What the end of a link is called."""
        resource = self.by_address.get(end)
        box = self.outside_by_id.get(end)
        return resource.name if resource else box.name if box else end
