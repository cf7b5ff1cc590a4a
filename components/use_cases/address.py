"""The place on the page of use cases, read from the address and written to it.

`use_case` opens one, `step` (1-based) is where its walkthrough stands, `failure` or `alternative` (1-based) is the one
that is looked at, `service` or `connection` what the card is about that is open, at its `part`. `present=1` presents:
without a number stands the first slide (the problem), `step=N+1` after N steps is the last one (why, trade-offs,
alternatives). In the gallery `service` and `q` filter.
"""

from collections.abc import Container
from dataclasses import replace
from typing import Any, TypeVar

from components.cards.parts import Part, Parts, every_part_of_any_card, parts_of_card
from components.frame.address import Address, write_address
from components.frame.given_address import Parameters
from components.frame.parameters import Flag, FreeText, Id, Number, Parameter
from data.landscape.use_case_filter import UseCaseFilter
from data.landscape.walk import Place, parts_of, place_on
from data.records import Catalog

V = TypeVar("V")
PARTS: Parts = {
    "why": Part("", "Why these services"),
    "alternatives": Part("", "Alternatives"),
    "trade-offs": Part("", "Trade-offs"),
    "smaller": Part("", "The smaller, cheaper version"),
}
MOST = 99

USE_CASE = Id("use_case", "opened", lambda catalog: catalog.use_cases)
STEP = Number("step", "from 1", 0, MOST)
PRESENT = Flag("present", "= 1")
FAILURE = Number("failure", "from 1", 1, MOST)
ALTERNATIVE = Number("alternative", "from 1", 1, MOST)
SERVICE = Id("service", "its card; in the gallery those that involve it", lambda catalog: catalog.services)
CONNECTION = Id("connection", "its card", lambda catalog: catalog.connections)
PART = Id(
    "part",
    "of the card, such as `limits` or `when-not-to`; without a card " + ", ".join(f"`{part}`" for part in PARTS),
    lambda catalog: every_part_of_any_card(catalog) | frozenset(PARTS),
)
TEXT = FreeText("q", "words to search for in the gallery")
PARAMETERS = (USE_CASE, STEP, PRESENT, FAILURE, ALTERNATIVE, SERVICE, CONNECTION, PART, TEXT)
IN_A_USE_CASE: Parameters = (STEP, PRESENT, FAILURE, ALTERNATIVE, CONNECTION, PART)


def place_of_this_page(catalog: Catalog) -> tuple[Address, Place]:
    """The address that the visitor sees, and the place in it."""
    address = Address.of_this_page(PARAMETERS, catalog)
    return address, read_place(address, catalog)


def read_place(address: Address, catalog: Catalog) -> Place:
    """The place that an address names; what it does not say has its default, and what its use case has not is left
    out."""
    opened = address.get(USE_CASE)
    if opened is None:
        for parameter in IN_A_USE_CASE:
            if parameter.write(address.get(parameter)):
                address.drop(parameter)
        return Place()
    use_case = catalog.use_cases[opened]
    place = place_on(use_case, presenting=address.get(PRESENT))
    low, high = place.span
    step = _within(address, STEP, range(low, high + 1))
    failure = _within(address, FAILURE, range(1, len(use_case.failures) + 1))
    alternative = _within(address, ALTERNATIVE, range(1, len(use_case.alternatives) + 1))
    place = replace(place, step=step, failure=failure, alternative=alternative)
    services, connections = parts_of(catalog, place)
    connection = _within(address, CONNECTION, connections)
    service = None if connection else _within(address, SERVICE, services)
    part = _within(address, PART, parts_of_card(catalog, service, connection) or PARTS)
    if address.get(TEXT):
        address.drop(TEXT)
    return replace(place, service=service, connection=connection, part=part)


def _within(address: Address, parameter: Parameter[V | None], allowed: Container[V]) -> V | None:
    value = address.get(parameter)
    if value is None or value in allowed:
        return value
    address.drop(parameter)
    return None


def read_filter(address: Address) -> UseCaseFilter:
    """The filter of the gallery that an address asks for."""
    return UseCaseFilter(service=address.get(SERVICE), text=address.get(TEXT))


def write_place(place: Place) -> None:
    """Write a place to the address; defaults are absent."""
    write_address(values_of(place))


def values_of(place: Place) -> dict[Any, Any]:
    """What an address says for a place, by declared parameter."""
    return {
        USE_CASE: place.use_case,
        STEP: place.step or None,
        PRESENT: place.presenting,
        FAILURE: place.failure,
        ALTERNATIVE: place.alternative,
        SERVICE: place.service,
        CONNECTION: place.connection,
        PART: place.part,
    }


def write_filter(chosen_filter: UseCaseFilter) -> None:
    """Write the gallery's filter to the address."""
    write_address({SERVICE: chosen_filter.service, TEXT: chosen_filter.text})
