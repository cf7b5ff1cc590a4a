"""Progress without an account: in the address, in this session, and in the browser's own storage."""

import streamlit as st

from components.learn.address import Lesson
from components.scripts.in_page import in_page
from data.learn.progress import Progress, known_marks, read_done, write_done
from data.records import Catalog

KEY, KEPT, FORGET = "learn-kept", "learn-progress", "learn-forget"
LONGEST = 2_000  # characters of marks that are looked at

_mount = in_page(__file__, "kept_progress", '<span class="ldg-kept" hidden></span>')


def progress_of(catalog: Catalog, lesson: Lesson) -> Progress:
    """What the address, this session and the browser know together."""
    read, _ = read_done(catalog, lesson.done)
    return joined(read, st.session_state.get(KEPT, Progress()))


def joined(one: Progress, other: Progress) -> Progress:
    """Both together; what was read again no longer counts as changed."""
    done = one.done | other.done
    return Progress(done, (one.changed | other.changed) - done, one.known | other.known)


def keep(progress: Progress) -> None:
    """Keep a progress in this session; the browser gets it with the next run."""
    st.session_state[KEPT] = progress


def forget() -> None:
    """Forget everything, in the browser too."""
    st.session_state[KEPT] = Progress()
    st.session_state[FORGET] = True


def keep_in_browser(catalog: Catalog, progress: Progress) -> None:
    """Hand the progress to the browser, and take in what it kept earlier; the browser supplies it, so it is looked at
    like any input."""

    def take_in() -> None:
        event = st.session_state[KEY].get("event")
        if isinstance(event, dict) and isinstance(event.get("done"), str):
            found, _ = read_done(catalog, event["done"][:LONGEST])
            known = Progress(found.done, found.changed, known_marks(event.get("known")))
            keep(joined(known, st.session_state.get(KEPT, Progress())))

    data = {
        "done": write_done(catalog, progress.done),
        "known": sorted(progress.known),
        "forget": st.session_state.pop(FORGET, False),
    }
    _mount(data=data, key=KEY, height="content", on_event_change=take_in)
