"""The panel of the picture of a use case: the names of its steps, one step of its walkthrough, what happens when a part
fails, or what else would do."""

import streamlit as st

from components.frame.pickers import pick_one
from components.frame.walk_keys import STEPS, tell_keys
from components.text.citations import Citations
from components.text.plain_text import plain
from components.text.service_links import with_service_links
from components.use_cases.part_card import part_card
from components.use_cases.steps import step_names, steps_in_words
from components.use_cases.walk_moves import go, leave, look_at_alternative, look_at_failure, show_steps
from components.use_cases.what_if_panel import alternatives_panel, failures_panel
from data.landscape.walk import Place, part_name
from data.records import Catalog, UseCase

TOPICS = {"steps": "Steps", "failure": "If a part fails", "alternative": "Why not …?"}


def walk_panel(
    catalog: Catalog, use_case: UseCase, place: Place, cited: Citations, *, flat: bool, tells_all: bool
) -> None:
    """Draw what the place calls for: of a `flat` picture below it, else beside it and at least as high; `tells_all`
    where there is room for the steps in words."""
    with st.container(border=True, key="walk-panel"):
        if place.walks:
            _narration(catalog, use_case, place, cited, flat=flat)
            part_card(catalog, place)
            return
        part_card(catalog, place)
        pick_one(
            "Show",
            TOPICS,
            place.shows if place.shows in TOPICS else "steps",
            lambda topic: _show(catalog, topic),
            key="walk-topic",
            label_visibility="collapsed",
        )
        match place.shows:
            case "failure":
                failures_panel(catalog, use_case, place.failure or 1, cited)
            case "alternative":
                alternatives_panel(catalog, use_case, place.alternative or 1, cited)
            case _ if tells_all:
                steps_in_words(catalog, use_case, cited)
            case _:
                step_names(catalog, use_case)


def _show(catalog: Catalog, topic: str) -> None:
    match topic:
        case "failure":
            look_at_failure(catalog, 1)
        case "alternative":
            look_at_alternative(catalog, 1)
        case _:
            show_steps(catalog)


def _narration(catalog: Catalog, use_case: UseCase, place: Place, cited: Citations, *, flat: bool) -> None:
    step = use_case.steps[place.slide - 1]
    progress = place.slide / place.steps, f"Step {place.slide} of {place.steps}"
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        first, last = place.slide == 1, place.slide == place.steps
        st.button(
            "Previous",
            icon=":material/arrow_back:",
            key="walk-previous",
            disabled=first,
            on_click=go,
            args=(catalog, "previous"),
        )
        st.button(
            "Next", icon=":material/arrow_forward:", key="walk-next", disabled=last, on_click=go, args=(catalog, "next")
        )
        st.button("Leave", icon=":material/close:", key="walk-leave", on_click=leave, args=(catalog,))
        if flat:
            st.progress(*progress)
    if not flat:
        st.progress(*progress)
    st.subheader(plain(step.title), anchor=False)
    connection = catalog.connections[step.connection]
    kind = next(entry.name for entry in catalog.taxonomy.kinds if entry.id == connection.kind)
    st.caption(f"{plain(part_name(catalog, connection.id))} · {plain(kind)}")
    st.markdown(f"{with_service_links(catalog, plain(step.text))} {cited.mark(step.source)}")
    tell_keys(f"{STEPS}; W asks what if this fails; Esc leaves.")
