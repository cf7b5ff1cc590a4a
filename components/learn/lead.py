"""The page for whoever leads a team: the paths, their minutes, and links to send."""

import streamlit as st

from components.learn.more import full_address
from components.learn.moves import go_home, present
from components.text.plain_text import plain
from data.learn.progress import ordered_paths
from data.learn.stops import minutes_of, minutes_of_check
from data.records import Catalog

SEED = 1  # of the questions in a link: everybody who gets it is asked the same


def show_for_lead(catalog: Catalog) -> None:
    """Draw what a lead sends to a team."""
    st.title("Learn: for the lead", anchor=False)
    st.markdown(
        "Send a link; whoever opens it begins there. A link to questions asks everybody the same. "
        "Nobody's progress is sent to you: ask for the summary that each can paste."
    )
    st.button("All paths", icon=":material/arrow_back:", key="lead-back", on_click=go_home, args=(catalog,))
    for path in ordered_paths(catalog):
        before = ", ".join(catalog.paths[name].title for name in path.before)
        st.subheader(plain(path.title), anchor=False)
        st.caption(
            f"{plain(path.audience)} · {len(path.stops)} stops, {minutes_of(path)} min · "
            f"questions {minutes_of_check()} min" + (f" · after: {plain(before)}" if before else "")
        )
        st.code(
            f"{full_address(path=path.id, stop=1)}\n{full_address(path=path.id, quiz=SEED)}",
            language=None,
            wrap_lines=True,
        )
        st.button(
            "Present on a projector",
            icon=":material/slideshow:",
            key=f"lead-present-{path.id}",
            on_click=present,
            args=(catalog, path.id),
        )
    st.markdown("A path of your own is a file in `data/paths`; its link looks the same.")
