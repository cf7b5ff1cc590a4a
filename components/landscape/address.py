"""The landscape's question, read from the address and written to it."""

from dataclasses import replace
from typing import Any

from components.frame.address import Address, write_address
from data.landscape.filters import LandscapeFilter
from data.landscape.view import Question
from data.records import Catalog


def read_question(address: Address, catalog: Catalog) -> Question:
    """The question that an address asks; what it does not say has its default."""
    question = LandscapeFilter(
        use_cases=address.many("use_case", catalog.use_cases),
        match=address.one("match", ("any", "all")) or "any",
        categories=address.many("category", [entry.id for entry in catalog.taxonomy.categories]),
        kinds=address.many("kind", [entry.id for entry in catalog.taxonomy.kinds]),
        text=address.text("q"),
        capabilities=address.many("capability", [entry.id for entry in catalog.taxonomy.capabilities]),
        partly=address.one("partly", ("0",)) is None,
    )
    connection = address.one("connection", catalog.connections)
    service = address.one("service", catalog.services)
    return Question(
        filter=question,
        service=None if connection else service,
        connection=connection,
        depth=address.number("depth", 1, 3, default=1),
        direction=address.one("direction", ("in", "out", "both")) or "both",
        start=address.one("from", catalog.services),
        end=address.one("to", catalog.services),
        look=address.one("view", ("focus", "only")) or "focus",
        scope=address.one("scope", ("core", "wide")) or "core",
    )


def write_question(question: Question) -> None:
    """Write a question to the address; defaults are absent."""
    default = Question()
    write_address(
        [
            ("use_case", question.filter.use_cases),
            ("match", question.filter.match if question.filter.match != "any" else None),
            ("category", question.filter.categories),
            ("kind", question.filter.kinds),
            ("q", question.filter.text),
            ("capability", question.filter.capabilities),
            ("partly", None if question.filter.partly or not question.filter.capabilities else "0"),
            ("service", question.service),
            ("connection", question.connection),
            ("depth", str(question.depth) if question.depth != default.depth else None),
            ("direction", question.direction if question.direction != default.direction else None),
            ("from", question.start),
            ("to", question.end),
            ("view", question.look if question.look != default.look else None),
            ("scope", question.scope if question.scope != default.scope else None),
        ]
    )


def change_question(catalog: Catalog, **changes: Any) -> None:
    """Write the present question with some of its fields, or some of its filter's fields, changed."""
    question = read_question(Address.of_this_page(), catalog)
    in_filter = {name: value for name, value in changes.items() if hasattr(question.filter, name)}
    in_question = {name: value for name, value in changes.items() if name not in in_filter}
    write_question(replace(question, filter=replace(question.filter, **in_filter), **in_question))
