"""What happens when a part fails, and what else would do: lists in which one entry is open, as the picture shows it."""

import streamlit as st

from components.frame.menu import link_to_page
from components.frame.walk_keys import tell_keys
from components.text.citations import Citations
from components.text.judgement import JUDGED
from components.text.plain_text import plain, sentence
from components.use_cases.walk_moves import look_at_alternative, look_at_failure
from components.use_cases.what_if_words import UNDRAWN, changes_in_words, reach_in_words
from data.landscape.walk import part_name
from data.records import Alternative, Catalog, Failure, UseCase


def failures_panel(catalog: Catalog, use_case: UseCase, chosen: int, cited: Citations) -> None:
    """Draw the failures of a use case, the chosen one (from 1) open, and what people see when something goes wrong."""
    for number, failure in enumerate(use_case.failures, start=1):
        with st.container(gap="xxsmall"):
            label = f"**{plain(part_name(catalog, failure.part))}**: {plain(failure.what)}"
            _entry("failure", number, label, opened=number == chosen, catalog=catalog)
            if number == chosen:
                _failure(catalog, use_case, failure, cited)
    wrong = [trouble for trouble in catalog.troubles.values() if use_case.id in trouble.use_cases]
    if wrong:
        st.markdown("**As people meet it**")
        for trouble in wrong:
            link_to_page("services", trouble.symptom, service=trouble.services[0], part=f"trouble-{trouble.id}")
    tell_keys(":material/arrow_forward: and :material/arrow_back:; a click on a part asks about that part; Esc leaves.")


def _failure(catalog: Catalog, use_case: UseCase, failure: Failure, cited: Citations) -> None:
    reach = " ".join(
        f"**{plain(effect)}:** {plain(names)}." for effect, names in reach_in_words(catalog, use_case, failure)
    )
    st.markdown(
        f"**What happens next:** {plain(sentence(failure.then))}\n\n{reach} {JUDGED}\n\n"
        f"**What to do:** {plain(failure.do)} {cited.mark(failure.source)}"
    )


def alternatives_panel(catalog: Catalog, use_case: UseCase, chosen: int, cited: Citations) -> None:
    """Draw the alternatives of a use case, the chosen one (from 1) open."""
    for number, alternative in enumerate(use_case.alternatives, start=1):
        with st.container(gap="xxsmall"):
            _entry("alternative", number, f"**{plain(alternative.title)}**", opened=number == chosen, catalog=catalog)
            if number == chosen:
                _alternative(catalog, alternative, cited)
        if number == chosen and alternative.compare:
            names = " and ".join(catalog.services[service].short_name for service in alternative.compare)
            link_to_page("compare", f"Compare {names}", service=list(alternative.compare))
    tell_keys(":material/arrow_forward: and :material/arrow_back:; Esc leaves.")


def _alternative(catalog: Catalog, alternative: Alternative, cited: Citations) -> None:
    changes = [f"**{plain(what)}:** {plain(names)}" for what, names in changes_in_words(catalog, alternative)]
    told = f"{plain(alternative.text)} {cited.mark(alternative.source)}"
    st.markdown("\n\n".join([told, *(changes or [f":gray[{UNDRAWN}]"])]))


def _entry(kind: str, number: int, label: str, *, opened: bool, catalog: Catalog) -> None:
    st.button(
        label,
        icon=f":material/{'arrow_drop_down' if opened else 'arrow_right'}:",
        key=f"{kind}-{number}",
        type="tertiary",
        on_click=look_at_failure if kind == "failure" else look_at_alternative,
        args=(catalog, number),
    )
