"""Taking an estate along: its picture, its findings and its data, made in this session when a button is pressed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import streamlit as st

from components.estate.held import Held
from components.estate.map import shown_scene
from components.estate.scene import estate_view
from components.exports.formats import FORMATS, Format
from components.exports.in_the_worker import get_ready
from components.exports.menu import CHOICES
from components.exports.options import Options, options_from
from components.exports.record import ExportRecord
from components.worker.worker import WorkerError
from data.estate.reports.json_report import as_json
from data.estate.reports.markdown import as_markdown
from data.estate.reports.sarif import as_sarif
from data.records import Catalog

Make = Callable[[], bytes]
STEM = "your-estate"
PICTURES = tuple(each for each in FORMATS if each.name in {"svg", "png", "pdf", "pptx", "drawio", "mmd", "dot"})


def estate_export(catalog: Catalog, now: Held) -> None:
    """Draw the popover; secrets and whole account ids were never in what it holds."""
    opened = st.popover("Export", icon=":material/download:", key="estate-export", on_change="rerun")
    if not opened.open:
        return
    get_ready()
    with opened:
        st.caption("Redacted: no secret and no whole account id. The files are made now and kept nowhere.")
        options = _chosen(catalog)
        try:
            record = estate_record(catalog, now, options)
        except WorkerError as error:
            st.error(f"The picture cannot be made: {error}.", icon=":material/error:")
            return
        estate, results = now.estate, now.results
        _buttons(
            "Picture",
            [
                (each.label, each.file_name(record, options), each.mime, _maker(catalog, record, options, each))
                for each in PICTURES
            ],
        )
        _buttons(
            "Text and data",
            [
                ("Findings as Markdown", f"{STEM}.md", "text/markdown", lambda: as_markdown(estate, results).encode()),
                ("JSON", f"{STEM}.json", "application/json", lambda: as_json(estate, results).encode()),
                ("SARIF", f"{STEM}.sarif", "application/sarif+json", lambda: as_sarif(estate, results).encode()),
            ],
        )


def _chosen(catalog: Catalog) -> Options:
    """What is chosen for the files, as where they are addresses."""
    chosen = {}
    for name, (label, told) in CHOICES.items():
        key = f"estate-{name}"
        st.segmented_control(label, list(told), format_func=told.__getitem__, default="", required=True, key=key)
        chosen[name] = st.session_state[key]
    return options_from(chosen, catalog)


def _maker(catalog: Catalog, record: ExportRecord, options: Options, each: Format) -> Make:
    return lambda: each.make(catalog, record, options)


def _buttons(group: str, formats: list[tuple[str, str, str, Make]]) -> None:
    st.markdown(f"**{group}**")
    with st.container(horizontal=True, gap="small"):
        for label, file, mime, make in formats:
            st.download_button(label, make, file, mime, key=f"estate-as-{label}", on_click="ignore")


def estate_record(catalog: Catalog, now: Held, options: Options) -> ExportRecord:
    """The picture as it stands on the page, to be taken along.

    Errors: WorkerError where the layout fails.
    """
    route = catalog.findings.get(now.route or "")
    shown = estate_view(catalog, now.shown, only=now.only, route=route, selected=None)
    return ExportRecord(
        scene=shown_scene(catalog, now),
        view=shown,
        title=shown.title,
        filters="What is lit stands in the files.",
        address="",
        day=datetime.now(UTC).date(),
        mode=options.theme,
        taxonomy=catalog.taxonomy,
        stem=STEM,
    )
