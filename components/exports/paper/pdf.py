"""The picture as PDF/UA: tagged, with title and language, its letters in the file. Boxes, citations and the address are
links; a use case is told on further pages.

The typeface has Latin, Greek and Cyrillic letters. A box whose name needs others bears the id of its service; the
name stands in the file's metadata.
"""

import json
from typing import Any
from xml.etree import ElementTree as ET

from components.exports.letters import FAMILIES
from components.exports.options import Options
from components.exports.paper.typesetting import drawable, letters, typeset
from components.exports.record import ARROWS_IN_WORDS, ExportRecord, one_line
from components.exports.svg import LEAST_WIDTH, draw_picture
from components.exports.svg_frame import COLUMN, EDGE
from components.exports.svg_nodes import number, sign
from components.exports.told import Entry, pages_of, told_of
from components.exports.told_costs import HEADS, TITLE, told_costs
from components.picture.surroundings import room_around, seen_size
from components.picture.theme import palette
from components.text.citations import text_date
from data.costs.summary import CostSummary


def pdf_picture(record: ExportRecord, options: Options) -> bytes:
    """The first page is as large as the picture (a CSS pixel is three quarters of a point), or a sheet of paper that it
    fills as far as it can, upright or on its side. Called in the worker process."""
    colours = palette(record.mode)
    picture = _picture(record)
    wide = max(LEAST_WIDTH, float(picture["width"]) + 2 * EDGE)
    sections = told_of(record)
    numbers = {page: place for place, page in enumerate(pages_of(sections), start=1)}

    def entry(told: Entry) -> dict[str, Any]:
        pages = [numbers[page] for page in told.pages]
        return {"lead": drawable(told.lead), "text": drawable(told.text), "pages": pages}

    is_address = record.address.startswith(("https://", "http://"))
    told = {
        "title": drawable(one_line(record.title)),
        "filters": drawable(one_line(record.filters)),
        "counts": f"{record.counts_in_words}.",
        "about": json.dumps(record.identity(), ensure_ascii=False),
        "day": [record.day.year, record.day.month, record.day.day],
        "colours": {"ink": colours.ink, "quiet": colours.quiet_ink, "ground": colours.background},
        "paper": options.paper,
        "width": wide,
        "columns": max(1, int((wide - 2 * EDGE) // COLUMN)),
        "picture": picture,
        "keys": _keys(record),
        "heads": ARROWS_IN_WORDS if any(kind.follows == "question" for kind in record.kinds()) else "",
        "walk": [drawable(one_line(step.title)) for step in record.walk],
        "origin": f"AWS Data Landscape, {record.date_in_words}." + ("" if is_address else f" {record.address}"),
        "address": record.address if is_address else "",
        "sections": [
            {"title": each.title, "numbered": each.numbered, "entries": [entry(one) for one in each.entries]}
            for each in sections
        ],
        "costs": _costs(record.costs) if record.costs else None,
        "sources": [
            {"title": drawable(one_line(page.title)), "url": page.url, "date": text_date(page.read_on)}
            for page in numbers
        ],
    }
    return typeset("sheet.typ", sys_inputs={"told": json.dumps(told)}, format="pdf", pdf_standards="ua-1")


def _picture(record: ExportRecord) -> dict[str, Any]:
    """The drawing as SVG, what it shows in words, and the place of each box with the address of its card."""
    scene = record.scene
    wide, high = seen_size(scene)[0], scene.height + sum(room_around(scene))
    size = {"width": number(wide), "height": number(high), "viewBox": f"0 0 {number(wide)} {number(high)}"}
    root = ET.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "font-family": FAMILIES, **size})
    left, floor = (wide - scene.width) / 2, room_around(scene)[0] + scene.height
    draw_picture(root, scene, record.mode, left=left, top=0)
    spots = [
        {
            "x": left + box.x - box.width / 2,
            "y": floor - box.y - box.height / 2,
            "width": box.width,
            "height": box.height,
            "href": f"{record.site}/services?service={box.id}",
            "name": drawable(one_line(box.name)),
        }
        for box in scene.boxes
        if record.site.startswith(("https://", "http://"))
    ]
    arrows = "; ".join(one_line(arrow.name) for arrow in scene.arrows if arrow.lit)
    alt = f"{one_line(record.title)}: {record.counts_in_words}. {arrows}"
    svg = ET.tostring(without_unknown_letters(root), encoding="unicode")
    return {"svg": svg, "width": wide, "height": high, "alt": alt, "spots": spots}


def _costs(costs: CostSummary) -> dict[str, Any]:
    """The section of costs, in letters that the typeface has."""
    told = told_costs(costs)
    rows, total = ([[drawable(cell) for cell in row] for row in part] for part in (told.rows, (told.total,)))
    return {
        "title": TITLE,
        "load": drawable(told.load),
        "heads": HEADS,
        "rows": rows,
        "total": total[0],
        "notes": [drawable(note) for note in told.notes],
    }


def _keys(record: ExportRecord) -> list[dict[str, Any]]:
    return [
        {
            "svg": ET.tostring(sign(entry, palette(record.mode)), encoding="unicode"),
            "height": 10 if entry in record.kinds() else 18,
            "name": drawable(one_line(entry.name)),
        }
        for entry in (*record.categories(), *record.kinds())
    ]


def without_unknown_letters(root: ET.Element) -> ET.Element:
    """The picture with ids for the names that the typeface cannot draw."""
    for group in root.iter("g"):
        lines = group.findall("text")
        if group.get("data-service") and any(not letters().issuperset(map(ord, line.text or "")) for line in lines):
            lines[0].text = group.get("data-service")
            for line in lines[1:]:
                group.remove(line)
    for line in root.iter("text"):
        line.text = drawable(line.text or "")
    return root
