"""Taking an estate along: its picture, its findings and its data, made in this session when a button is pressed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

import streamlit as st

from components.estate.held import Held
from components.estate.map import shown_estate, shown_scene
from components.estate.scene import estate_view
from components.exports.drawio import drawio_file
from components.exports.formats import PPTX
from components.exports.in_the_worker import get_ready, made_by
from components.exports.record import ExportRecord
from components.exports.svg import svg_picture
from components.picture.theme_mode import theme_mode
from components.worker.worker import WorkerError
from data.estate.records import Estate
from data.estate.reports.json_report import as_json
from data.estate.reports.markdown import as_markdown
from data.estate.reports.sarif import as_sarif
from data.records import Catalog

Make = Callable[[], bytes]


def estate_export(catalog: Catalog, now: Held) -> None:
    """Draw the popover; secrets and whole account ids were never in what it holds."""
    opened = st.popover("Export", icon=":material/download:", key="estate-export", on_change="rerun")
    if not opened.open:
        return
    get_ready()
    with opened:
        st.caption("Redacted: no secret and no whole account id. The files are made now and kept nowhere.")
        try:
            record = estate_record(catalog, now)
        except WorkerError as error:
            st.error(f"The picture cannot be made: {error}.", icon=":material/error:")
            return
        picture: list[tuple[str, str, str, Make]] = [
            ("SVG", "your-estate.svg", "image/svg+xml", partial(svg_picture, record)),
            ("PNG", "your-estate.png", "image/png", partial(made_by, "png", record)),
            ("PDF", "your-estate.pdf", "application/pdf", partial(made_by, "pdf", record)),
            ("PowerPoint", "your-estate.pptx", PPTX, partial(made_by, "pptx", record)),
            ("draw.io", "your-estate.drawio", "application/vnd.jgraph.mxfile", partial(drawio_file, record)),
        ]
        text: list[tuple[str, str, str, Make]] = [
            (
                "Findings as Markdown",
                "your-estate.md",
                "text/markdown",
                lambda: as_markdown(now.estate, now.results).encode(),
            ),
            ("JSON", "your-estate.json", "application/json", lambda: as_json(now.estate, now.results).encode()),
            (
                "SARIF",
                "your-estate.sarif",
                "application/sarif+json",
                lambda: as_sarif(now.estate, now.results).encode(),
            ),
        ]
        for group, formats in (("Picture", picture), ("Text and data", text)):
            st.markdown(f"**{group}**")
            with st.container(horizontal=True, gap="small"):
                for label, file, mime, make in formats:
                    st.download_button(label, make, file, mime, key=f"estate-as-{label}", on_click="ignore")


def estate_record(catalog: Catalog, now: Held) -> ExportRecord:
    """The picture as it stands on the page, to be taken along.

    Errors: WorkerError where the layout fails.
    """
    route = catalog.findings.get(now.route or "")
    estate: Estate = shown_estate(now)
    shown = estate_view(catalog, estate, only=now.only, route=route, selected=None)
    return ExportRecord(
        scene=shown_scene(catalog, now),
        view=shown,
        title=shown.title,
        filters="What is lit stands in the files.",
        address="",
        day=datetime.now(UTC).date(),
        mode=theme_mode(),
        taxonomy=catalog.taxonomy,
    )
