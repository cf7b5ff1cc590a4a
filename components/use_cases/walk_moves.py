"""What buttons, keys and clicks do on a use case: each reads the place from the address, and writes the next one.

Where a walkthrough or a presentation began is kept for the visitor, so that leaving it shows the same again.
"""

from dataclasses import dataclass, replace
from typing import Literal
from urllib.parse import urlsplit

import streamlit as st

from components.cards.parts import FIRST_PART, same_part_of
from components.picture.graph_events import Chosen, Cleared, Event
from components.use_cases.address import PARTS, place_of_this_page, write_place
from data.landscape.walk import Go, Place
from data.records import Catalog

Mode = Literal["walking", "presenting"]


@dataclass(frozen=True)
class Before:
    """What was shown when a walkthrough or a presentation began."""

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
    write_place(place.at(step))


def present(catalog: Catalog) -> None:
    """Begin to present: at the step that is shown, or with the first slide."""
    place = here(catalog)
    _remember("presenting", place)
    write_place(replace(place, presenting=True, service=None, connection=None, part=None))


def go(catalog: Catalog, where: Go) -> None:
    """Go one step on or back, or to an end."""
    write_place(here(catalog).moved(where))


def go_to(catalog: Catalog, step: int) -> None:
    """Go to a step; while presenting also to the first or the last slide."""
    write_place(here(catalog).at(step))


def leave(catalog: Catalog) -> None:
    """Leave the presentation, else the walkthrough, and show what was shown before it; who came by a link sees the
    use case."""
    place = here(catalog)
    before: Before | None = st.session_state.pop(_slot("presenting" if place.presenting else "walking"), None)
    returns = before is not None and before.place.use_case == place.use_case
    write_place(before.place if before and returns else Place(place.use_case))


def look_at_failure(catalog: Catalog, failure: int | None) -> None:
    """Mark what a failure (1-based) concerns, or nothing."""
    write_place(replace(here(catalog), failure=failure, service=None, connection=None, part=None))


def close_card(catalog: Catalog) -> None:
    """Close the card; the step stays."""
    write_place(replace(here(catalog), service=None, connection=None, part=None))


def open_card(catalog: Catalog, service: str) -> None:
    """Open the card of a service of the use case, at the same tab as the one before."""
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
    """Answer an event of the picture; ids come from the browser, so those of no part of the use case do nothing."""
    place = here(catalog)
    if place.use_case is None:
        return
    match event:
        case Chosen("service", service) if service in catalog.services_in(place.use_case):
            open_card(catalog, service)
        case Chosen("connection", connection) if connection in catalog.connections_in(place.use_case):
            write_place(replace(place, connection=connection, service=None, part=None))
        case Cleared() if place.card:
            close_card(catalog)
        case Cleared() if not place.walks and not place.presenting:
            look_at_failure(catalog, None)


def was_embedded_before() -> bool:
    """Whether the page was shown in Streamlit's embedded form before it was presented."""
    before: Before | None = st.session_state.get(_slot("presenting"))
    return before is not None and before.embedded


def _remember(mode: Mode, place: Place) -> None:
    st.session_state[_slot(mode)] = Before(place, bool(st.context.is_embedded))


def _slot(mode: Mode) -> str:
    return f"before-{mode}"
