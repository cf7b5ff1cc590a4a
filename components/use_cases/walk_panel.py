"""The panel beside the picture of a use case: its steps, one step of its walkthrough, or what happens when a
part fails."""

import streamlit as st

from components.frame.menu import link_to_page
from components.frame.pickers import pick_one
from components.text.citations import Citations
from components.text.plain_text import plain
from components.use_cases.part_card import part_card
from components.use_cases.walk_moves import go, leave, look_at_failure, start
from data.landscape.walk import Place, part_name
from data.records import Catalog, UseCase

TOPICS = {"steps": "Steps", "failures": "What if a part fails?"}


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
            "failures" if place.failure else "steps",
            lambda topic: look_at_failure(catalog, 1 if topic == "failures" else None),
            key="walk-topic",
            label_visibility="collapsed",
        )
        if place.failure:
            _failures(catalog, use_case, place.failure, cited)
        else:
            _steps(catalog, use_case, cited)


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
    st.markdown(f"{plain(step.text)} {cited.mark(step.source)}")
    st.caption("Keys: :material/arrow_forward: or Space, :material/arrow_back:, Home, End; Esc leaves.")


def _steps(catalog: Catalog, use_case: UseCase, cited: Citations) -> None:
    for number, step in enumerate(use_case.steps, start=1):
        with st.container(gap="xsmall"):
            with st.container(horizontal=True, vertical_alignment="center", gap="small", wrap=False):
                st.button(
                    f"Step {number}", key=f"step-{number}", width="content", on_click=start, args=(catalog, number)
                )
                st.markdown(f"**{plain(step.title)}**", width="stretch")
            st.markdown(f"{plain(step.text)} {cited.mark(step.source)}")


def _failures(catalog: Catalog, use_case: UseCase, chosen: int, cited: Citations) -> None:
    for number, failure in enumerate(use_case.failures, start=1):
        with st.container(gap=None):
            sign = "arrow_drop_down" if number == chosen else "arrow_right"
            st.button(
                f"**{plain(part_name(catalog, failure.part))}**",
                icon=f":material/{sign}:",
                key=f"failure-{number}",
                type="tertiary",
                on_click=look_at_failure,
                args=(catalog, number),
            )
            then = (
                f"\n\n**What happens next:** {plain(failure.then)}\n\n**What "
                f"to do:** {plain(failure.do)} {cited.mark(failure.source)}"
            )
            st.markdown(plain(failure.what) + (then if number == chosen else ""))
    wrong = [trouble for trouble in catalog.troubles.values() if use_case.id in trouble.use_cases]
    if wrong:
        st.markdown("**As people meet it**")
        for trouble in wrong:
            link_to_page("services", trouble.symptom, service=trouble.services[0], part=f"trouble-{trouble.id}")
