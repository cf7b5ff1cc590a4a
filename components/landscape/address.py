"""The landscape's question, read from the address and written to it."""

from dataclasses import replace
from typing import Any

from components.frame.address import Address, write_address
from data.landscape.filters import LandscapeFilter
from data.landscape.view import Question
from data.records import Catalog


def read_question(address: Address, of: Catalog) -> Question:
    """The question that an address asks; what it does not say has its default."""
    asked = LandscapeFilter(
        use_cases=address.many("use_case", of.use_cases),
        match=address.one("match", ("any", "all")) or "any",
        categories=address.many("category", [entry.id for entry in of.taxonomy.categories]),
        kinds=address.many("kind", [entry.id for entry in of.taxonomy.kinds]),
        text=address.text("q"),
        capabilities=address.many("capability", [entry.id for entry in of.taxonomy.capabilities]),
        partly=address.one("partly", ("0",)) is None,
    )
    connection = address.one("connection", of.connections)
    service = address.one("service", of.services)
    return Question(
        filter=asked,
        service=None if connection else service,
        connection=connection,
        depth=address.number("depth", 1, 3, default=1),
        direction=address.one("direction", ("in", "out", "both")) or "both",
        start=address.one("from", of.services),
        end=address.one("to", of.services),
        look=address.one("view", ("focus", "only")) or "focus",
        scope=address.one("scope", ("core", "wide")) or "core",
    )


def write_question(asked: Question) -> None:
    """Write a question to the address; defaults are absent."""
    default = Question()
    write_address(
        [
            ("use_case", asked.filter.use_cases),
            ("match", asked.filter.match if asked.filter.match != "any" else None),
            ("category", asked.filter.categories),
            ("kind", asked.filter.kinds),
            ("q", asked.filter.text),
            ("capability", asked.filter.capabilities),
            ("partly", None if asked.filter.partly or not asked.filter.capabilities else "0"),
            ("service", asked.service),
            ("connection", asked.connection),
            ("depth", str(asked.depth) if asked.depth != default.depth else None),
            ("direction", asked.direction if asked.direction != default.direction else None),
            ("from", asked.start),
            ("to", asked.end),
            ("view", asked.look if asked.look != default.look else None),
            ("scope", asked.scope if asked.scope != default.scope else None),
        ]
    )


def change_question(of: Catalog, **changes: Any) -> None:
    """Write the present question with some of its fields, or some of its filter's fields, changed."""
    asked = read_question(Address.of_this_page(), of)
    in_filter = {name: value for name, value in changes.items() if hasattr(asked.filter, name)}
    in_question = {name: value for name, value in changes.items() if name not in in_filter}
    write_question(replace(asked, filter=replace(asked.filter, **in_filter), **in_question))
