"""The steps of a use case: their names, each of which begins the walk there, and the story in words."""

import streamlit as st

from components.frame.small_map_image import small_map
from components.picture.theme_mode import theme_mode
from components.text.citations import Citations
from components.text.plain_text import plain
from components.text.service_links import with_service_links
from components.use_cases.walk_moves import start
from data.landscape.walk import part_name
from data.records import Catalog, UseCase

COUNTERS = 9  # numbers in circles that the font of icons has


def step_names(catalog: Catalog, use_case: UseCase) -> None:
    """Draw the names as buttons."""
    with st.container(key="step-names", gap=None):
        for number, step in enumerate(use_case.steps, start=1):
            counted = f":material/counter_{number}:" if number <= COUNTERS else None
            st.button(
                plain(step.title) if counted else f"{number}. {plain(step.title)}",
                icon=counted,
                key=f"step-{number}",
                type="tertiary",
                on_click=start,
                args=(catalog, number),
            )


def steps_in_words(catalog: Catalog, use_case: UseCase, cited: Citations) -> None:
    """Draw what the steps say, in as many columns as there is room for; a name leads to its place in the walk."""
    told = []
    for number, step in enumerate(use_case.steps, start=1):
        name = f"**[{plain(step.title)}](use-cases?use_case={use_case.id}&step={number})**"
        picture = small_map("connection", part_name(catalog, step.connection), theme_mode(), (step.connection,))
        words = f"{with_service_links(catalog, plain(step.text))} {cited.mark(step.source)}"
        told.append(f"{number}. {name}  \n   {picture}{words}")
    with st.container(key="steps-in-words"):
        st.markdown("\n".join(told))  # the pictures are for phones, where the large one is out of sight
