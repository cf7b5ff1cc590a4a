"""The place on the page of use cases, read from the address and written to it.

`use_case` opens one, `step` (1-based) is where its walkthrough stands, `failure` (1-based) is the failure that is
looked at, `service` or `connection` the part whose short card is open. `present=1` presents: without `step` stands
the first slide (the problem), `step=N+1` after N steps is the last one (why, what it costs, what else would do). In
the gallery `service` and `q` filter.
"""

from dataclasses import replace

from components.frame.address import Address, write_address
from data.landscape.use_case_filter import UseCaseFilter
from data.landscape.walk import Place
from data.records import Catalog


def read_place(address: Address, catalog: Catalog) -> Place:
    """The place that an address names; what it does not say has its default."""
    opened = address.one("use_case", catalog.use_cases)
    if opened is None:
        for name in ("step", "present", "failure", "connection"):
            address.one(name, ())
        return Place()
    use_case = catalog.use_cases[opened]
    place = Place(opened, len(use_case.steps), presenting=address.one("present", ("1",)) is not None)
    connection = address.one("connection", catalog.connections_in(opened))
    service = address.one("service", catalog.services_in(opened))
    low, high = place.span
    step = address.one("step", _numbers(low, high))
    failure = address.one("failure", _numbers(1, len(use_case.failures)))
    return replace(
        place,
        step=None if step is None else int(step),
        failure=None if failure is None else int(failure),
        service=None if connection else service,
        connection=connection,
    )


def read_filter(address: Address, catalog: Catalog) -> UseCaseFilter:
    """The filter of the gallery that an address asks for."""
    return UseCaseFilter(service=address.one("service", catalog.services), text=address.text("q"))


def write_place(place: Place) -> None:
    """Write a place to the address; defaults are absent."""
    write_address(
        [
            ("use_case", place.use_case),
            ("step", str(place.step) if place.step else None),
            ("present", "1" if place.presenting else None),
            ("failure", str(place.failure) if place.failure else None),
            ("service", place.service),
            ("connection", place.connection),
        ]
    )


def write_filter(chosen_filter: UseCaseFilter) -> None:
    """Write the gallery's filter to the address."""
    write_address([("service", chosen_filter.service), ("q", chosen_filter.text)])


def _numbers(low: int, high: int) -> list[str]:
    return [str(number) for number in range(low, high + 1)]
