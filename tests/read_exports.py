"""Reads back what an exported file says is drawn and lit, format by format, with nothing of the code that wrote it."""

import csv
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from io import BytesIO, StringIO
from typing import Any
from xml.etree import ElementTree as ET

import pikepdf
import pygraphviz as pgv
import pypdfium2
from PIL import Image
from pptx import Presentation

SVG = "{http://www.w3.org/2000/svg}"
Row = dict[str, str]


@dataclass(frozen=True)
class Held:
    """Ids of the services and connections in a file: all that are drawn, and those that are lit."""

    services: frozenset[str]
    connections: frozenset[str]
    lit_services: frozenset[str]
    lit_connections: frozenset[str]


def _held(services: dict[str, bool], connections: dict[str, bool]) -> Held:
    lit = (frozenset(identity for identity, shines in marks.items() if shines) for marks in (services, connections))
    return Held(frozenset(services), frozenset(connections), *lit)


def _told(about: dict[str, Any]) -> Held:
    return Held(*(frozenset(about[name]) for name in ("services", "connections", "lit_services", "lit_connections")))


def in_svg(file: bytes) -> Held:
    marks = {
        kind: {
            g.get(f"data-{kind}", ""): g.get("data-lit") == "yes"
            for g in ET.fromstring(file).iter(f"{SVG}g")
            if g.get(f"data-{kind}")
        }
        for kind in ("service", "connection")
    }
    return _held(marks["service"], marks["connection"])


def in_png(file: bytes) -> Held:
    with Image.open(BytesIO(file)) as image:
        return _told(json.loads(image.text["Comment"]))  # type: ignore[attr-defined]


def in_pdf(file: bytes) -> Held:
    with pypdfium2.PdfDocument(file) as document:
        return _told(json.loads(document.get_metadata_dict()["Keywords"]))


@dataclass(frozen=True)
class Paper:
    """What a PDF tells to whoever cannot see it: its structure in reading order, and where its links lead."""

    is_tagged: bool
    language: str
    title: str
    tags: list[str]
    pictures: list[str]
    links: list[str]


def paper_of(file: bytes) -> Paper:
    with pikepdf.Pdf.open(BytesIO(file)) as document:
        parts = list(_parts(document.Root.StructTreeRoot))
        with document.open_metadata() as about:
            return Paper(
                is_tagged=bool(document.Root.MarkInfo.Marked),
                language=str(document.Root.Lang),
                title=str(about["dc:title"]),
                tags=[str(part.S)[1:] for part in parts],
                pictures=[str(part.Alt) for part in parts if str(part.S) == "/Figure"],
                links=[str(mark.A.URI) for page in document.pages for mark in page.get("/Annots", []) if "/A" in mark],
            )


def _parts(node: Any) -> Iterator[Any]:
    below = node.get("/K", [])
    for part in below if isinstance(below, pikepdf.Array) else [below]:
        if isinstance(part, pikepdf.Dictionary) and "/S" in part:
            yield part
            yield from _parts(part)


def in_mermaid(file: bytes) -> Held:
    text = file.decode()
    nodes = re.findall(r'^    s_(\w+)\["[^"\n]*"\]:::\w+?(_dimmed)?$', text, re.M)
    arrows = re.findall(
        r"^  %% (\S+--\S+) \((lit|dimmed)\)\n  s_(\w+) (-->|--o|<-->|o--o)(?:\|\"[^\"]*\"\|)? s_(\w+)$", text, re.M
    )
    for identity, _, left, line, right in arrows:
        tail, head = (right, left) if line in {"<-->", "o--o"} else (left, right)
        assert identity.replace("-", "_").startswith(f"{tail}__{head}")
    return _held(
        {name.replace("_", "-"): not dimmed for name, dimmed in nodes},
        {identity: lit == "lit" for identity, lit, *_ in arrows},
    )


def in_dot(file: bytes) -> Held:
    graph = pgv.AGraph(string=file.decode())
    edges = [edge for edge in graph.edges() if edge.attr["id"]]
    assert all(edge.attr["id"].startswith(f"{edge[0]}--{edge[1]}") for edge in edges)
    return _held(
        {str(node): node.attr["lit"] == "yes" for node in graph.nodes() if node.attr["lit"]},
        {edge.attr["id"]: edge.attr["lit"] == "yes" for edge in edges},
    )


def drawio_cells(file: bytes) -> dict[str, ET.Element]:
    """The cells by id; those with a tooltip stand in an element that has their id and label."""
    root = ET.fromstring(file)
    cells = {cell.get("id", ""): cell for cell in root.iter("mxCell") if cell.get("id")}
    for around in root.iter("UserObject"):
        cell = around[0]
        cell.set("value", around.get("label", ""))
        cells[around.get("id", "")] = cell
    return cells


def in_drawio(file: bytes) -> Held:
    cells = drawio_cells(file)
    marks = {
        kind: {
            name.removeprefix(f"{kind} "): ";lit=yes" in cell.get("style", "")
            for name, cell in cells.items()
            if name.startswith(f"{kind} ")
        }
        for kind in ("service", "connection")
    }
    return _held(marks["service"], marks["connection"])


def in_slide(slide: Any) -> Held:
    marks: dict[str, dict[str, bool]] = {"service": {}, "connection": {}}
    for shape in slide.shapes:
        kind, _, identity = shape.name.partition(" ")
        if kind in marks:
            marks[kind][identity.removesuffix(" (dimmed)")] = not identity.endswith(" (dimmed)")
    return _held(marks["service"], marks["connection"])


def slides_of(file: bytes) -> list[Any]:
    return list(Presentation(BytesIO(file)).slides)


def in_json(file: bytes) -> Held:
    told = json.loads(file)
    assert [record["id"] for record in told["services"]] == told["about"]["services"]
    assert [record["id"] for record in told["connections"]] == told["about"]["connections"]
    return _told(told["about"])


class _Page(HTMLParser):
    """The elements of a page, and the text of each script and of what a reader sees."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.scripts: list[str] = []
        self.links: list[str] = []
        self.seen = ""
        self.marks: dict[str, dict[str, bool]] = {"service": {}, "connection": {}}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        told = dict(attrs)
        for kind, marks in self.marks.items():
            if named := told.get(f"data-{kind}"):
                marks[named] = told.get("data-lit") == "yes"
        self.links += [value or "" for name, value in attrs if name in {"src", "href"}]
        if tag == "script":
            self.scripts.append("")

    def handle_data(self, data: str) -> None:
        if self.tags[-1:] == ["script"]:
            self.scripts[-1] += data
        elif self.tags[-1:] != ["style"]:
            self.seen += data


def page_of(file: bytes) -> _Page:
    page = _Page()
    page.feed(file.decode())
    return page


def in_page(file: bytes) -> Held:
    page = page_of(file)
    drawn = _held(page.marks["service"], page.marks["connection"])
    told = _told(json.loads(page.scripts[0])["about"])
    assert drawn.services <= told.services
    assert drawn.connections <= told.connections
    return drawn


def rows_of(file: bytes) -> list[Row]:
    return list(csv.DictReader(StringIO(file.decode("utf-8-sig"), newline="")))


def in_tables(services: bytes, connections: bytes) -> Held:
    return _held(*({row["id"]: row["lit"] == "yes" for row in rows_of(file)} for file in (services, connections)))


def in_brief(file: bytes) -> Held:
    marks: dict[str, dict[str, bool]] = {"Services": {}, "Connections": {}}
    heading = ""
    for line in file.decode().splitlines():
        if line.startswith("## "):
            heading = line.removeprefix("## ")
        kind = heading.partition(",")[0]
        if kind in marks and (named := re.search(r"\*\* \(`([a-z0-9-]+)`", line)):
            marks[kind][named[1]] = "dimmed" not in heading
    return _held(marks["Services"], marks["Connections"])
