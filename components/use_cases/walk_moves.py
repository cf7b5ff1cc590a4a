"""What buttons, keys and clicks do on a use case: each reads the place from the address, and writes the next one.

Where a walkthrough, a presentation or a question began is kept for the visitor, so that leaving it shows that again.
"""

from dataclasses import dataclass, replace
from typing import Literal
from urllib.parse import urlsplit

import streamlit as st

from components.cards.parts import FIRST_PART, same_part_of
from components.picture.graph_events import Chosen, Cleared, Event
from components.use_cases.address import PARTS, place_of_this_page, write_place
from data.landscape.walk import Go, Place, parts_of
from data.landscape.what_if import ends_of
from data.records import Catalog

Mode = Literal["walking", "presenting", "asking"]


@dataclass(frozen=True)
class Before:
    """What was shown when a walkthrough, a presentation or a question (what if, why not) began."""

    place: Place
    embedded: bool


def here(catalog: Catalog) -> Place:
    """The place that the address names now."""
    return place_of_this_page(catalog)[1]


def presents(catalog: Catalog) -> bool:
    """Whether the page of use cases is asked to present, so that the frame leaves out its menu."""
    path = urlsplit(st.context.url or "").path.rstrip("/")
    return path.endswith("/use-cases") and here(catalog).presenting


def start(catalog: Catalog, step: int = 1) -> None:
    """Begin the walkthrough at a step."""
    place = here(catalog)
    if not place.walks:
        _remember("walking", place)
    write_place(replace(place, failure=None, alternative=None).at(step))


def present(catalog: Catalog) -> None:
    """Begin to present: at the step that is shown, or with the first slide."""
    place = here(catalog)
    _remember("presenting", place)
    write_place(replace(place, presenting=True, service=None, connection=None, part=None))


def go(catalog: Catalog, where: Go) -> None:
    """Go one place on or back, or to an end."""
    write_place(here(catalog).moved(where))


def go_to(catalog: Catalog, number: int) -> None:
    """Go to one of the places that one goes through, by its number from 0."""
    row = here(catalog).row
    if 0 <= number < len(row):
        write_place(row[number])


def leave(catalog: Catalog) -> None:
    """Leave the question, else the presentation, else the walkthrough, and show what was shown before it; who came by
    a link sees the use case."""
    place = here(catalog)
    asking: Before | None = st.session_state.pop(_slot("asking"), None)
    if asking and place.shows in {"failure", "alternative"} and _is_before(asking, place):
        write_place(asking.place)
        return
    before: Before | None = st.session_state.pop(_slot("presenting" if place.presenting else "walking"), None)
    returns = before is not None and before.place.use_case == place.use_case
    write_place(before.place if before and returns else Place(place.use_case))


def step_back(catalog: Catalog) -> None:
    """What Esc does: close the card, else leave. The key may come before the browser knows of the card that was just
    opened; the address knows."""
    if here(catalog).card:
        close_card(catalog)
    else:
        leave(catalog)


def _is_before(before: Before, place: Place) -> bool:
    return (before.place.use_case, before.place.presenting) == (place.use_case, place.presenting)


def show_steps(catalog: Catalog) -> None:
    """Look at the steps again."""
    write_place(replace(here(catalog), failure=None, alternative=None, service=None, connection=None, part=None))


def look_at_failure(catalog: Catalog, failure: int) -> None:
    """Mark what a failure (from 1) concerns, and what it reaches."""
    _ask(catalog, failure=failure)


def look_at_alternative(catalog: Catalog, alternative: int) -> None:
    """Draw the route of an alternative (from 1)."""
    _ask(catalog, alternative=alternative)


def what_if(catalog: Catalog) -> None:
    """Ask what happens if the part fails that is looked at: of the card or the step, else the first that may; asked
    again, show what was shown before."""
    place = here(catalog)
    if place.use_case is None:
        return
    if place.shows == "failure":
        leave(catalog)
        return
    steps = catalog.use_cases[place.use_case].steps
    part = place.card or (steps[place.slide - 1].connection if place.walks else None)
    look_at_failure(catalog, (failure_of(catalog, place.use_case, part) if part else None) or 1)


def failure_of(catalog: Catalog, use_case: str, part: str, after: int | None = None) -> int | None:
    """The number of a failure of a part, else of an end of that connection: the next one after `after` where there are
    several; None where there is none."""
    failures = catalog.use_cases[use_case].failures
    own = [number for number, failure in enumerate(failures, start=1) if failure.part == part]
    if not own and part in catalog.connections:
        ends = ends_of(catalog.connections[part])
        own = [number for number, failure in enumerate(failures, start=1) if failure.part in ends]
    return next((number for number in own if number > (after or 0)), own[0] if own else None)


def _ask(catalog: Catalog, *, failure: int | None = None, alternative: int | None = None) -> None:
    place = here(catalog)
    if place.shows not in {"failure", "alternative"}:
        _remember("asking", place)
    bare = replace(place, step=None, service=None, connection=None, part=None)
    write_place(replace(bare, failure=failure, alternative=alternative))


def close_card(catalog: Catalog) -> None:
    """Close the card; the step stays."""
    write_place(replace(here(catalog), service=None, connection=None, part=None))


def open_card(catalog: Catalog, service: str) -> None:
    """Open the card of a service of the picture, at the same tab as the one before."""
    place = here(catalog)
    part = same_part_of(catalog, service, place.part, place.service)
    write_place(replace(place, service=service, connection=None, part=part))


def open_part(catalog: Catalog, part: str) -> None:
    """Open a part of the card, of which the first one is the default, or bring a part below the picture into view."""
    place = here(catalog)
    if part in PARTS:
        place = replace(place, service=None, connection=None)
    write_place(replace(place, part=None if part == FIRST_PART else part))


def answer(catalog: Catalog, event: Event) -> None:
    """Answer an event of the picture; ids come from the browser, so those of no part of the use case do nothing. Where
    a failure is looked at, a click on a part asks about its own."""
    place = here(catalog)
    if place.use_case is None:
        return
    services, connections = parts_of(catalog, place)
    match event:
        case Chosen(_, part) if place.shows == "failure" and (
            failure := failure_of(catalog, place.use_case, part, place.failure)
        ):
            look_at_failure(catalog, failure)
        case Chosen("service", service) if service in services:
            open_card(catalog, service)
        case Chosen("connection", connection) if connection in connections:
            write_place(replace(place, connection=connection, service=None, part=None))
        case Cleared() if place.card:
            close_card(catalog)
        case Cleared() if place.shows in {"failure", "alternative"} and not place.presenting:
            leave(catalog)


def was_embedded_before() -> bool:
    """Whether the page was shown in Streamlit's embedded form before it was presented."""
    before: Before | None = st.session_state.get(_slot("presenting"))
    return before is not None and before.embedded


def _remember(mode: Mode, place: Place) -> None:
    st.session_state[_slot(mode)] = Before(place, bool(st.context.is_embedded))


def _slot(mode: Mode) -> str:
    return f"before-{mode}"
