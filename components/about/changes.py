"""What changed in the catalog, the newest day first: what was said, what is said now, why, and the page it rests on."""

import streamlit as st

from components.frame.menu import link_to_page
from components.frame.page_links import page_link_of
from components.text.citations import Citations, text_date
from components.text.plain_text import counted, plain
from data.records import Catalog, Change

AT_ONCE = 20
SHOWN = "about-changes-shown"


def show_changes(catalog: Catalog) -> None:
    """Draw the newest changes, more of them on request, and where the feed is."""
    st.markdown(
        "What was corrected, and why. A feed reader finds the same at "
        "`/changes.atom`, and other programs in `/api/catalog.json`."
    )
    changes = catalog.newest_changes
    if not changes:
        st.markdown("Nothing was changed yet.")
        return
    shown = min(st.session_state.get(SHOWN, AT_ONCE), len(changes))
    st.caption(
        f"{counted(len(changes), 'change')}, the newest first"
        + (f"; {shown} are shown" if shown < len(changes) else "")
    )
    for change in changes[:shown]:
        _show(catalog, change)
    if shown < len(changes):
        st.button("Show older changes", key="about-changes-more", on_click=_show_more, args=(shown,))


def _show_more(shown: int) -> None:
    st.session_state[SHOWN] = shown + AT_ONCE


def _show(catalog: Catalog, change: Change) -> None:
    place = page_link_of(catalog, change.about)
    with st.container(border=True):
        with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
            st.markdown(f"**{text_date(change.date.isoformat())}**", width="content")
            link_to_page(place.path, place.name, **dict(place.parameters))
        st.markdown(in_words(catalog, change))


def in_words(catalog: Catalog, change: Change) -> str:
    """Markdown of a change: before, now, why, and the pages with their dates."""
    cited = Citations(catalog, change.sources)
    old = f":gray[Before:] {plain(change.old)}" if change.old else ":gray[Before:] not told"
    new = f":gray[Now:] {plain(change.new)}" if change.new else ":gray[Now:] no longer told"
    return f"{old}\n\n{new} {cited.mark(change.source)}\n\n:gray[Why:] {plain(change.why)}\n\n{cited.sources()}"
