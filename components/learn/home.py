"""The start of the page: the paths with their minutes, where to go on, and one's own progress."""

import streamlit as st

from components.learn.address import Lesson
from components.learn.kept import forget, joined, keep, progress_of
from components.learn.more import full_address, notice_of_changes
from components.learn.moves import open_path, present, show_cards, show_lead, start_quiz
from components.text.plain_text import plain
from data.learn.progress import (
    LARGEST_FILE,
    Progress,
    UnfitProgressError,
    as_file,
    changed_questions,
    from_file,
    next_stop,
    ordered_paths,
)
from data.learn.stops import minutes_of, minutes_of_check
from data.learn.summary import summary
from data.records import Catalog, LearningPath


def show_home(catalog: Catalog, lesson: Lesson) -> None:
    """Draw the paths, and what this visitor has done of them."""
    progress = progress_of(catalog, lesson)
    st.title("Learn", anchor=False)
    st.markdown("One idea at a time, on the same map. The minutes are counted from the words.")
    notice_of_changes(len(progress.changed))
    _go_on(catalog, progress)
    with st.grid(min_column_width=300, border=True):
        for path in ordered_paths(catalog):
            _tile(catalog, path, progress)
    with st.container(horizontal=True, gap="small"):
        st.button(
            "Questions about everything",
            icon=":material/quiz:",
            key="quiz-all",
            on_click=start_quiz,
            args=(catalog, None),
        )
        st.button("For the lead", icon=":material/groups:", key="lead", on_click=show_lead, args=(catalog,))
    with st.expander("Your progress: a summary to paste, a file to keep", icon=":material/bookmark:"):
        _progress(catalog, progress)


def _go_on(catalog: Catalog, progress: Progress) -> None:
    begun = [
        (path, number)
        for path in ordered_paths(catalog)
        if (number := next_stop(path, progress.done)) and any(stop.id in progress.done for stop in path.stops)
    ]
    if begun:
        path, number = begun[0]
        st.button(
            f"Continue where you were: {plain(path.title)}, stop {number}",
            icon=":material/play_arrow:",
            key="continue",
            on_click=open_path,
            args=(catalog, path.id),
        )
    changed = changed_questions(catalog, progress.known)
    if changed:
        st.button(
            f"Ask me again what changed ({len(changed)})",
            icon=":material/update:",
            key="ask-again",
            help="You knew the answers once; they are others by now.",
            on_click=start_quiz,
            args=(catalog, None),
        )


def _tile(catalog: Catalog, path: LearningPath, progress: Progress) -> None:
    done = sum(stop.id in progress.done for stop in path.stops)
    with st.container(gap="xsmall"):
        st.subheader(plain(path.title), anchor=False)
        st.markdown(plain(path.audience))
        before = ", ".join(catalog.paths[name].title for name in path.before)
        told = f"{len(path.stops)} stops · {minutes_of(path)} min · questions {minutes_of_check()} min"
        st.caption(told + (f" · after: {plain(before)}" if before else ""))
        if done:
            st.progress(done / len(path.stops), text=f"{done} of {len(path.stops)} read")
        word = "Start" if not done else "Go on" if done < len(path.stops) else "Again"
        with st.container(horizontal=True, gap="small"):
            st.button(
                word,
                key=f"open-{path.id}",
                on_click=open_path,
                args=(catalog, path.id),
            )
            st.button("Questions", key=f"quiz-{path.id}", on_click=start_quiz, args=(catalog, path.id))
            if path.terms:
                st.button("Words", key=f"cards-{path.id}", on_click=show_cards, args=(catalog, path.id))
            st.button("Present", key=f"present-{path.id}", on_click=present, args=(catalog, path.id))


def _progress(catalog: Catalog, progress: Progress) -> None:
    st.markdown("It stays in the address and in this browser. Nothing is kept on the server.")
    text = summary(catalog, progress, lambda path, stop: full_address(path=path, stop=stop))
    st.code(text, language=None, wrap_lines=True)
    st.download_button(
        "Save as a file",
        lambda: as_file(catalog, progress),
        "progress.json",
        "application/json",
        key="progress-save",
        on_click="ignore",
    )
    given = st.file_uploader("Take in a file of progress", type="json", key="progress-file", max_upload_size=1)
    if given is not None:
        try:
            found = from_file(catalog, given.getvalue()[: LARGEST_FILE + 1].decode("utf-8", "replace"))
        except UnfitProgressError as error:
            st.error(str(error), icon=":material/error:")
        else:
            if found.done | found.known <= progress.done | progress.known:
                st.success("The file is taken in.", icon=":material/check:")
            else:
                keep(joined(found, progress))
                st.rerun()
    st.button("Forget it all", key="progress-forget", on_click=_forget)


def _forget() -> None:
    forget()
    st.query_params.clear()
