"""Taking along what is shown: one popover with every format. A file is made when its button is pressed, and away from
the clicks of others."""

from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

import streamlit as st

from components.exports.brief import markdown_brief
from components.exports.dot import dot_source
from components.exports.drawio import drawio_file
from components.exports.in_the_worker import get_ready, made_by
from components.exports.mermaid import mermaid_source
from components.exports.page import html_page
from components.exports.record import ExportRecord
from components.exports.selection import selection_json
from components.exports.svg import svg_picture
from components.exports.tables import connections_csv, services_csv, steps_csv
from components.worker.worker import WorkerError
from data.records import Catalog


class _Format(NamedTuple):
    """A button: its label, its file's name and type, and what makes the file."""

    label: str
    file: str
    mime: str
    make: Callable[[], bytes]


def take_along(catalog: Catalog, record: Callable[[], ExportRecord], *, key: str) -> None:
    """Draw the popover. `record` is asked for what is shown only while it is open; its formats are drawn then, too."""
    opened = st.popover("Export", icon=":material/download:", key=key, on_change="rerun")
    if not opened.open:
        return
    get_ready()
    with opened:
        try:
            shown = record()
        except WorkerError as error:
            st.error(f"There is nothing to export: {error}.", icon=":material/error:")
            return
        st.caption(f"Exactly what is shown: {shown.counts_in_words}.")
        for group, formats in _formats(catalog, shown).items():
            st.markdown(f"**{group}**")
            with st.container(horizontal=True, gap="small"):
                for place, each in enumerate(formats):
                    st.download_button(
                        each.label, each.make, each.file, each.mime, key=f"{key}-{group}-{place}", on_click="ignore"
                    )


def _formats(catalog: Catalog, shown: ExportRecord) -> dict[str, list[_Format]]:
    def name(ending: str, **more: Any) -> str:
        return shown.file_name(ending, **more)

    steps = (
        [_Format("Steps as CSV", name("csv", part="steps", whole=True), "text/csv", partial(steps_csv, catalog, shown))]
        if shown.use_case
        else []
    )
    return {
        "Picture": [
            _Format("SVG", name("svg"), "image/svg+xml", partial(svg_picture, shown)),
            _Format("PNG", name("png"), "image/png", partial(made_by, "png", shown)),
            _Format("PDF", name("pdf"), "application/pdf", partial(made_by, "pdf", shown)),
        ],
        "To edit": [
            _Format("PowerPoint", name("pptx", whole=True), PPTX, partial(made_by, "pptx", shown)),
            _Format("draw.io", name("drawio"), "application/vnd.jgraph.mxfile", partial(drawio_file, shown)),
            _Format("Mermaid", name("mmd"), "text/vnd.mermaid", partial(mermaid_source, shown)),
            _Format("Graphviz", name("dot"), "text/vnd.graphviz", partial(dot_source, shown)),
        ],
        "To explore": [
            _Format("Web page, works offline", name("html"), "text/html", partial(html_page, catalog, shown)),
        ],
        "Text and data": [
            _Format(
                "Brief as Markdown", name("md", whole=True), "text/markdown", partial(markdown_brief, catalog, shown)
            ),
            _Format("JSON", name("json"), "application/json", partial(selection_json, catalog, shown)),
            _Format("Services as CSV", name("csv", part="services"), "text/csv", partial(services_csv, catalog, shown)),
            _Format(
                "Connections as CSV",
                name("csv", part="connections"),
                "text/csv",
                partial(connections_csv, catalog, shown),
            ),
            *steps,
        ],
    }


PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
