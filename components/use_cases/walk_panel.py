"""The panel beside the picture of a use case: its steps, one step of its walkthrough, what happens when a part fails,
or what else would do."""

import streamlit as st

from components.frame.pickers import pick_one
from components.frame.small_map_image import small_map
from components.picture.theme_mode import theme_mode
from components.text.citations import Citations
from components.text.plain_text import plain
from components.text.service_links import with_service_links
from components.use_cases.part_card import part_card
from components.use_cases.walk_moves import go, leave, look_at_alternative, look_at_failure, show_steps, start
from components.use_cases.what_if_panel import alternatives_panel, failures_panel
from data.landscape.walk import Place, part_name
from data.records import Catalog, UseCase

TOPICS = {"steps": "Steps", "failure": "What if a part fails?", "alternative": "Why not …?"}


def walk_panel(catalog: Catalog, use_case: UseCase, place: Place, cited: Citations, height: int) -> None:
    """Draw what the place calls for, in a panel of fixed height (px), so that nothing jumps."""
    with st.container(height=height, border=True, key="walk-panel"):
        if place.walks:
            _narration(catalog, use_case, place, cited)
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
            case _:
                _steps(catalog, use_case, cited)


def _show(catalog: Catalog, topic: str) -> None:
    match topic:
        case "failure":
            look_at_failure(catalog, 1)
        case "alternative":
            look_at_alternative(catalog, 1)
        case _:
            show_steps(catalog)


def _narration(catalog: Catalog, use_case: UseCase, place: Place, cited: Citations) -> None:
    step = use_case.steps[place.slide - 1]
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
    st.progress(place.slide / place.steps, text=f"Step {place.slide} of {place.steps}")
    st.subheader(plain(step.title), anchor=False)
    connection = catalog.connections[step.connection]
    kind = next(entry.name for entry in catalog.taxonomy.kinds if entry.id == connection.kind)
    st.caption(f"{plain(part_name(catalog, connection.id))} · {plain(kind)}")
    st.markdown(f"{with_service_links(catalog, plain(step.text))} {cited.mark(step.source)}")
    st.caption(
        "Keys: :material/arrow_forward: or Space, :material/arrow_back:, Home, End; "
        "W asks what if this fails; Esc leaves."
    )


def _steps(catalog: Catalog, use_case: UseCase, cited: Citations) -> None:
    for number, step in enumerate(use_case.steps, start=1):
        with st.container(gap="xsmall"):
            with st.container(horizontal=True, vertical_alignment="center", gap="small", wrap=False):
                st.button(
                    f"Step {number}", key=f"step-{number}", width="content", on_click=start, args=(catalog, number)
                )
                st.markdown(f"**{plain(step.title)}**", width="stretch")
            picture = small_map("connection", part_name(catalog, step.connection), theme_mode(), (step.connection,))
            told = f"{with_service_links(catalog, plain(step.text))} {cited.mark(step.source)}"
            st.markdown(f"{picture}\n\n{told}")  # the picture is for phones, where the large one is out of sight
