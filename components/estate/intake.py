"""What a visitor can bring: files, a paste, or one of the ready examples."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from threading import Thread

import streamlit as st
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.uploaded_file_manager import UploadedFile

from components.estate.address import write_example
from components.estate.held import take_in
from components.text.plain_text import plain
from data.estate.apart import warm_up
from data.estate.examples import EXAMPLES
from data.estate.opening.limits import MAX_BYTES, MAX_RESOURCES

_FAULT = "estate-fault"
Take = Callable[[list[tuple[str, bytes]], str], str | None]


def show_intake() -> None:
    """Draw the ways in, and what went wrong with the last one."""
    Thread(target=warm_up, daemon=True).start()
    st.markdown(
        "Drop your templates and see **your system on the landscape**: what is there, how it is joined, and what to"
        " look at again, each with the line that proves it and the official page behind it.\n\nNo account, no"
        " credentials: what you bring stays in this session and is gone with it."
    )
    files, ready = st.columns([1.5, 1], gap="large")
    with files:
        upload(take_in, key="estate", label="Templates, plans, states, inventories, or a ZIP of them")
        _paste()
        tell_fault()
        _what_can_be_read()
    with ready:
        st.subheader("Or look at an example", anchor=False)
        for example in EXAMPLES:
            st.button(
                example.name,
                key=f"example-{example.id}",
                icon=":material/play_arrow:",
                on_click=_open_example,
                args=(example.id,),
                width="stretch",
            )
            st.caption(plain(example.text))


def _what_can_be_read() -> None:
    st.subheader("What can be read", anchor=False)
    st.markdown(
        "- **CloudFormation**, **SAM** and **CDK** (`cdk.out`), nested stacks in one ZIP\n"
        "- **Terraform** and **OpenTofu**: a folder as a ZIP, `terraform show -json` of plan or state, a state file\n"
        "- **AWS Config** advanced queries as JSON, **Resource Explorer** as CSV or JSON\n\n"
        f"Up to {MAX_BYTES // 1024 // 1024} MB and {MAX_RESOURCES:,} resources together. What a file is, is told by its"
        " content."
    )


def upload(take: Take, *, key: str, label: str) -> None:
    """A place to drop files; they are read at once, and the place is empty again, so that nothing stays in it."""
    number = st.session_state.setdefault(f"{key}-number", 0)
    place = f"{key}-files-{number}"

    def read() -> None:
        given = st.session_state.get(place) or []
        if given:
            files = [(file.name, file.getvalue()) for file in given]
            _let_go(given)
            st.session_state[_FAULT] = take(files, _named(files))
            st.session_state[f"{key}-number"] = number + 1
            write_example(None)

    st.file_uploader(label, accept_multiple_files=True, key=place, on_change=read)


def _let_go(given: Iterable[UploadedFile]) -> None:
    """Drop what the server holds of files that were read: Streamlit keeps it until the page is left."""
    context = get_script_run_ctx()
    if context is not None and isinstance(context.uploaded_file_mgr, MemoryUploadedFileManager):
        for file in given:
            context.uploaded_file_mgr.remove_file(context.session_id, file.file_id)


def tell_fault() -> None:
    """The sentence about what could not be read, once."""
    fault = st.session_state.pop(_FAULT, None)
    if fault:
        st.error(plain(fault), icon=":material/error:")


def _paste() -> None:
    with st.popover("Paste a template", icon=":material/content_paste:"):
        st.text_area("A template, plan or state as text", key="estate-paste", height=240)
        st.button("Read it", type="primary", key="estate-read-paste", on_click=_read_paste)


def _read_paste() -> None:
    text = str(st.session_state.get("estate-paste") or "")
    st.session_state[_FAULT] = take_in([("pasted text", text.encode())], "pasted text")
    if st.session_state[_FAULT] is None:
        st.session_state["estate-paste"] = ""
    write_example(None)


def _open_example(example: str) -> None:
    write_example(example)


def _named(files: list[tuple[str, bytes]]) -> str:
    return files[0][0] if len(files) == 1 else f"{files[0][0]} and {len(files) - 1} more"
