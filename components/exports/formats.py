"""Every format that can be taken along: what it is called, what makes it, and what can be chosen for it."""

from collections.abc import Callable
from dataclasses import dataclass

from components.exports.brief import brief_with_picture, markdown_brief
from components.exports.dot import dot_source
from components.exports.drawio import drawio_file
from components.exports.in_the_worker import made_by
from components.exports.madr import decision_record
from components.exports.mermaid import mermaid_source
from components.exports.options import LETTERS, PAPER, SCALE, SHAPES, THEME, USUAL_SCALE, Options
from components.exports.page import html_page
from components.exports.record import ExportRecord
from components.exports.selection import selection_json
from components.exports.svg import svg_picture
from components.exports.tables import connections_csv, services_csv, steps_csv
from components.frame.given_address import Parameters
from data.records import Catalog

Maker = Callable[[Catalog, ExportRecord, Options], bytes]
CSV, MARKDOWN, DRAWIO = "text/csv", "text/markdown", "application/vnd.jgraph.mxfile"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


@dataclass(frozen=True)
class Format:
    """A format: `name` is the end of its address (`/export/landscape.NAME`), `ending` that of its file.

    `part` says in the file's name which part it holds; a `whole` one holds all steps of a use case, and `of_a_walk` is
    there only for those.
    """

    name: str
    label: str
    group: str
    mime: str
    make: Maker
    options: Parameters = ()
    ending: str = ""
    part: str = ""
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
        part = "-".join(word for word in (self.part, *chosen) if word)
        return record.file_name(self.ending or self.name, part=part, whole=self.whole)


def _svg(record: ExportRecord, options: Options) -> bytes:
    return made_by("outlines", record, options) if options.letters == "outlined" else svg_picture(record)


FORMATS = (
    Format("svg", "SVG", "Picture", "image/svg+xml", lambda _, r, o: _svg(r, o), (THEME, LETTERS)),
    Format("png", "PNG", "Picture", "image/png", lambda _, r, o: made_by("png", r, o), (THEME, SCALE)),
    Format("pdf", "PDF", "Picture", "application/pdf", lambda _, r, o: made_by("pdf", r, o), (THEME, PAPER)),
    Format("pptx", "PowerPoint", "To edit", PPTX, lambda _, r, o: made_by("pptx", r, o), (THEME,), whole=True),
    Format(
        "drawio",
        "draw.io",
        "To edit",
        "application/vnd.jgraph.mxfile",
        lambda _, r, o: drawio_file(r, o.shapes),
        (THEME, SHAPES),
    ),
    Format("mmd", "Mermaid", "To edit", "text/vnd.mermaid", lambda _, r, o: mermaid_source(r)),
    Format("dot", "Graphviz", "To edit", "text/vnd.graphviz", lambda _, r, o: dot_source(r), (THEME,)),
    Format("html", "Web page, works offline", "To explore", "text/html", lambda c, r, o: html_page(c, r), (THEME,)),
    Format("md", "Brief as Markdown", "Text and data", MARKDOWN, lambda c, r, o: markdown_brief(c, r), whole=True),
    Format(
        "zip",
        "Brief with picture (ZIP)",
        "Text and data",
        "application/zip",
        lambda c, r, o: brief_with_picture(c, r),
        (THEME,),
        whole=True,
    ),
    Format(
        "madr.md",
        "Decision record (MADR)",
        "Text and data",
        MARKDOWN,
        lambda c, r, o: decision_record(c, r),
        ending="md",
        part="decision",
        whole=True,
        of_a_walk=True,
    ),
    Format("json", "JSON", "Text and data", "application/json", lambda c, r, o: selection_json(c, r)),
    Format(
        "services.csv",
        "Services as CSV",
        "Text and data",
        CSV,
        lambda c, r, o: services_csv(c, r),
        ending="csv",
        part="services",
    ),
    Format(
        "connections.csv",
        "Connections as CSV",
        "Text and data",
        CSV,
        lambda c, r, o: connections_csv(c, r),
        ending="csv",
        part="connections",
    ),
    Format(
        "steps.csv",
        "Steps as CSV",
        "Text and data",
        CSV,
        lambda c, r, o: steps_csv(c, r),
        ending="csv",
        part="steps",
        whole=True,
        of_a_walk=True,
    ),
)


def formats_of(*, walks: bool) -> tuple[Format, ...]:
    """The formats of a view of the landscape, or of a use case, which has steps."""
    return tuple(each for each in FORMATS if walks or not each.of_a_walk)
