"""How boxes and lines look is decided once: the screen and every export show the same."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from components.exports.dot import dot_source
from components.exports.drawio import drawio_file
from components.exports.mermaid import mermaid_source
from components.exports.record import ExportRecord
from components.exports.svg import svg_tree
from components.picture.figure import landscape_figure
from components.picture.look import Look, look_of
from components.picture.scene import scene
from components.picture.theme import Mode
from data.landscape.view import Question, view
from data.records import Catalog
from tests.tiny_catalog import tiny_catalog

MODES: tuple[Mode, ...] = ("light", "dark")
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def record(tmp_path: Path) -> ExportRecord:
    """A picture with a selected box, lit and dimmed ones, data and questions."""
    return record_of(tiny_catalog(tmp_path))


def record_of(catalog: Catalog) -> ExportRecord:
    shown = view(catalog, Question(service="db"))
    return ExportRecord(
        scene=scene(catalog, shown),
        view=shown,
        title=shown.title,
        filters="Filter: none.",
        address="https://atlas.example.com/?service=db",
        day=date(2026, 11, 27),
        mode="light",
        taxonomy=catalog.taxonomy,
        stem="db",
    )


@pytest.mark.parametrize("mode", MODES)
def test_the_screen_shows_the_look(record: ExportRecord, mode: Mode) -> None:
    look, figure = look_of(record.scene, mode), landscape_figure(record.scene, mode)
    seen = set()
    for trace in figure["data"]:
        if trace["meta"]["role"] == "connection":
            line = look.lines[trace["meta"]["id"]]
            assert (trace["line"]["color"], trace["line"]["width"]) == (line.colour, line.width)
            assert trace["opacity"] == line.opacity
            seen.add(trace["meta"]["id"])
        if trace["meta"]["role"] == "service":
            for (box,), fill, border in zip(
                trace["customdata"], trace["marker"]["color"], trace["marker"]["line"]["color"], strict=True
            ):
                assert (fill, border) == (look.boxes[box].fill, look.boxes[box].border)
                seen.add(box)
    assert seen == {*look.lines, *look.boxes}


@pytest.mark.parametrize("mode", MODES)
def test_every_export_writes_the_look_of_the_screen(record: ExportRecord, mode: Mode) -> None:
    record = replace(record, mode=mode)
    look = look_of(record.scene, mode)
    _svg(record, look)
    _drawio(record, look)
    dot = dot_source(record).decode()
    for box in look.boxes.values():
        assert f'fillcolor="{box.fill}", color="{box.border}", penwidth={box.border_width:g}' in dot
    for line in look.lines.values():
        assert f'color="{line.faded}"' in dot


def _svg(record: ExportRecord, look: Look) -> None:
    parts = {part.get("id"): part for part in svg_tree(record).iter("g") if part.get("id")}
    for identity, box in look.boxes.items():
        drawn = parts[f"service-{identity}"].find("rect")
        assert drawn is not None
        assert (drawn.get("fill"), drawn.get("stroke")) == (box.fill, box.border)
        assert float(drawn.get("stroke-width", 0)) == box.border_width
    for identity, line in look.lines.items():
        part = parts[f"connection-{identity}"]
        assert float(part.get("stroke-opacity", 1)) == line.opacity
        assert part.findall("polyline")[0].get("stroke") == line.colour


def _drawio(record: ExportRecord, look: Look) -> None:
    around = ET.fromstring(drawio_file(record)).iter("UserObject")  # tooltips and links stand around their cells
    cells = {one.get("id"): cell.get("style", "") for one in around for cell in one.iter("mxCell")}
    for identity, box in look.boxes.items():
        assert (
            f"fillColor={box.fill};strokeColor={box.border};strokeWidth={box.border_width:g};"
            in cells[f"service {identity}"]
        )
    for identity, line in look.lines.items():
        style = cells[f"connection {identity}"]
        assert f"strokeColor={line.colour};strokeWidth={line.width:g};opacity={100 * line.opacity:.0f};" in re.sub(
            r"(exit|entry)\w+=[\d.]+;", "", style
        )


def test_a_question_has_a_head_of_its_own_on_the_screen_and_in_every_export(record: ExportRecord) -> None:
    look = look_of(record.scene, "light")
    kinds = {arrow.id: arrow.kind for arrow in record.scene.arrows}
    assert {kinds[identity] for identity, line in look.lines.items() if line.open} == {"cache"}
    tip = next(trace for trace in landscape_figure(record.scene, "light")["data"] if trace["meta"]["role"] == "tip")
    hollow = [width > 0 for width in tip["marker"]["line"]["width"][1::3]]
    assert hollow == [look.lines[arrow.id].open for arrow in record.scene.arrows]
    assert "arrowhead=empty" in dot_source(record).decode()
    assert "endFill=0" in drawio_file(record).decode()
    assert "--o" in mermaid_source(record).decode()
    told = " ".join(node.text or "" for node in svg_tree(record).iter("text"))
    assert "hollow head" in told


def test_what_is_selected_lit_and_dimmed_differ(record: ExportRecord) -> None:
    look = look_of(record.scene, "light")
    by_state = {(box.lit, box.selected): look.boxes[box.id] for box in record.scene.boxes}
    assert by_state[True, True].border_width > by_state[True, False].border_width
    lines = {arrow.lit: look.lines[arrow.id] for arrow in record.scene.arrows}
    assert lines[True].opacity > 2 * lines[False].opacity
