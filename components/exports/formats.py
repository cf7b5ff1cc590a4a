"""Every format that can be taken along: what it is called, what makes it, and what can be chosen for it."""

from collections.abc import Callable
from dataclasses import dataclass

from components.exports.brief import brief_with_picture, markdown_brief
from components.exports.dot import dot_source
from components.exports.drawio import drawio_file
from components.exports.in_the_worker import made_by
from components.exports.madr import decision_record
from components.exports.mermaid import mermaid_source
from components.exports.offline.page import html_page
from components.exports.options import LETTERS, PAPER, SCALE, SHAPES, THEME, USUAL_SCALE, Options
from components.exports.record import ExportRecord
from components.exports.selection import selection_json
from components.exports.svg import svg_picture
from components.exports.tables import connections_csv, services_csv, steps_csv
from components.frame.given_address import Parameters
from data.records import Catalog

Maker = Callable[[Catalog, ExportRecord, Options], bytes]
CSV, MARKDOWN, ZIP = "text/csv", "text/markdown", "application/zip"
DRAWIO = "application/vnd.jgraph.mxfile"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


@dataclass(frozen=True)
class Format:
    """A format: `name` is the end of its address (`/export/landscape.NAME`), and of its file (`siem-services.csv`).

    A `whole` one holds all steps of a use case; one `of_a_walk` does so too, and is there only for those.
    """

    name: str
    label: str
    group: str
    mime: str
    make: Maker
    options: Parameters = ()
    whole: bool = False
    of_a_walk: bool = False

    def file_name(self, record: ExportRecord, options: Options) -> str:
        """The name of the file: what it shows, and what was chosen for it."""
        chosen = [
            "dark" if THEME in self.options and options.theme == "dark" else "",
            f"{options.scale}x" if SCALE in self.options and options.scale != USUAL_SCALE else "",
            options.paper.lower() if PAPER in self.options and options.paper != "content" else "",
            options.letters if LETTERS in self.options and options.letters != "text" else "",
            options.shapes if SHAPES in self.options and options.shapes != "boxes" else "",
        ]
        part, _, ending = self.name.rpartition(".")
        part = "-".join(word for word in (part, *chosen) if word)
        return record.file_name(ending, part=part, whole=self.whole or self.of_a_walk)


def _svg(record: ExportRecord, options: Options) -> bytes:
    return made_by("outlines", record, options) if options.letters == "outlined" else svg_picture(record)


_PICTURE, _EDIT, _EXPLORE, _TEXT = "Picture", "To edit", "To explore", "Text and data"

FORMATS = (
    Format("svg", "SVG", _PICTURE, "image/svg+xml", lambda _, r, o: _svg(r, o), (THEME, LETTERS)),
    Format("png", "PNG", _PICTURE, "image/png", lambda _, r, o: made_by("png", r, o), (THEME, SCALE)),
    Format("pdf", "PDF", _PICTURE, "application/pdf", lambda _, r, o: made_by("pdf", r, o), (THEME, PAPER)),
    Format("pptx", "PowerPoint", _EDIT, PPTX, lambda _, r, o: made_by("pptx", r, o), (THEME,), whole=True),
    Format("drawio", "draw.io", _EDIT, DRAWIO, lambda _, r, o: drawio_file(r, o.shapes), (THEME, SHAPES)),
    Format("mmd", "Mermaid", _EDIT, "text/vnd.mermaid", lambda _, r, o: mermaid_source(r)),
    Format("dot", "Graphviz", _EDIT, "text/vnd.graphviz", lambda _, r, o: dot_source(r), (THEME,)),
    Format("html", "Web page, works offline", _EXPLORE, "text/html", lambda c, r, o: html_page(c, r), (THEME,)),
    Format("md", "Brief as Markdown", _TEXT, MARKDOWN, lambda c, r, o: markdown_brief(c, r), whole=True),
    Format(
        "zip", "Brief with picture (ZIP)", _TEXT, ZIP, lambda c, r, o: brief_with_picture(c, r), (THEME,), whole=True
    ),
    Format("madr.md", "Decision record (MADR)", _TEXT, MARKDOWN, lambda c, r, o: decision_record(c, r), of_a_walk=True),
    Format("json", "JSON", _TEXT, "application/json", lambda c, r, o: selection_json(c, r)),
    Format("services.csv", "Services as CSV", _TEXT, CSV, lambda c, r, o: services_csv(c, r)),
    Format("connections.csv", "Connections as CSV", _TEXT, CSV, lambda c, r, o: connections_csv(c, r)),
    Format("steps.csv", "Steps as CSV", _TEXT, CSV, lambda c, r, o: steps_csv(c, r), of_a_walk=True),
)


def formats_of(*, walks: bool) -> tuple[Format, ...]:
    """The formats of a view of the landscape, or of a use case, which has steps."""
    return tuple(each for each in FORMATS if walks or not each.of_a_walk)
