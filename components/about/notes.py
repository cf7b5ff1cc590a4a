"""The statements of the text that the project began with: what was said, whether it holds, what is accurate, and
where the atlas tells it."""

from dataclasses import replace
from functools import lru_cache
from typing import Literal

import streamlit as st

from components.about.address import VERDICTS, About, write_about
from components.frame.menu import link_to_page
from components.frame.page_links import PageLink, page_link_of
from components.frame.pickers import pick_one
from components.text.citations import Citations
from components.text.plain_text import plain
from data.records import Catalog, Note, Verdict

BADGES: dict[Verdict, str] = {
    "correct": ":green-badge[:material/check: correct]",
    "imprecise": ":orange-badge[:material/adjust: imprecise]",
    "outdated": ":red-badge[:material/history: outdated]",
}
MEANING = (
    "**Correct**: true as it was written, sometimes with more to know. "
    "**Imprecise**: true in direction, but a condition is missing or a word is wrong."
    " **Outdated**: it was true once."
)
OPEN_AT_ONCE = 12


def show_notes(catalog: Catalog, about: About) -> None:
    """Draw the filter by verdict and the statements that fit, section by section."""
    st.markdown("The atlas began with a page of notes. Each statement of it was held against the official pages.")
    counts = verdict_counts(catalog)
    options: dict[Verdict | Literal["all"], str] = {"all": f"All {len(catalog.notes.notes)}"}
    options.update({verdict: f"{verdict.capitalize()} {counts[verdict]}" for verdict in VERDICTS})
    pick_one(
        "Verdict",
        options,
        about.verdict or "all",
        lambda verdict: write_about(replace(about, verdict="" if verdict == "all" else verdict)),
        key="about-verdict",
        label_visibility="collapsed",
    )
    st.caption(MEANING)
    chosen = by_section(catalog, about.verdict)
    everything_opens = sum(map(len, chosen.values())) <= OPEN_AT_ONCE
    for number, (section, notes) in enumerate(chosen.items()):
        _section(catalog, about, section, notes, opens=everything_opens or number == 0)


def verdict_counts(catalog: Catalog) -> dict[Verdict, int]:
    """How many statements got each verdict."""
    return {verdict: sum(note.verdict == verdict for note in catalog.notes.notes) for verdict in VERDICTS}


@lru_cache(maxsize=16)
def by_section(catalog: Catalog, verdict: Verdict | Literal[""]) -> dict[str, tuple[Note, ...]]:
    """The statements with a verdict ("": all of them), by the heading under which they stood."""
    found: dict[str, tuple[Note, ...]] = {}
    for note in catalog.notes.notes:
        if verdict in {"", note.verdict}:
            found[note.section] = (*found.get(note.section, ()), note)
    return found


def _section(catalog: Catalog, about: About, section: str, notes: tuple[Note, ...], *, opens: bool) -> None:
    """One heading of the notes; its statements are drawn when it is open."""
    label = f"{plain(section)} ({len(notes)})"
    box = st.expander(label, expanded=opens, key=f"notes-{about.verdict}-{section}", on_change="rerun")
    if not box.open:
        return
    with box:
        cited = Citations(catalog, catalog.notes.sources)
        for note in notes:
            with st.container(border=True):
                st.markdown(_in_words(note, cited))
                with st.container(horizontal=True, gap="medium"):
                    for place in places(catalog, note):
                        link_to_page(place.path, place.name, **dict(place.parameters))
        st.markdown(f":small[**Pages, with the date of the text that was read**]\n\n{cited.sources()}")


def _in_words(note: Note, cited: Citations) -> str:
    return f"**“{plain(note.quote)}”**\n\n{BADGES[note.verdict]} {plain(note.accurate)} {cited.mark(note.source)}"


def places(catalog: Catalog, note: Note) -> tuple[PageLink, ...]:
    """Where the atlas tells it, each place once."""
    return tuple(dict.fromkeys(page_link_of(catalog, pointer) for pointer in note.where))
