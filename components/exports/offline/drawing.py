"""The picture of the offline page: one drawing for both themes, in which what is lit can change."""

from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from components.exports.letters import FAMILIES
from components.exports.record import ExportRecord, one_line
from components.exports.svg import draw_picture
from components.exports.svg_nodes import number, sign
from components.exports.walk_scenes import all_lit
from components.picture.scene import Scene
from components.picture.surroundings import MARGIN, room_around, seen_size
from components.picture.theme import Mode, palette

Colours = dict[tuple[str, str], str]  # light and dark colour, and the name of the variable that has one of them


@dataclass(frozen=True)
class Drawing:
    """The markup of the picture, and of the signs of the legend by id; `variables` has the colours by theme."""

    picture: str
    signs: Mapping[str, str]
    variables: Mapping[Mode, str]


def drawing_of(record: ExportRecord) -> Drawing:
    """Everything is drawn as lit, and marked `data-lit=no` where it is not: the style of the page does the rest."""
    found: Colours = {}
    picture = _markup(_picture(record, "light"), _picture(record, "dark"), found)
    signs = {}
    for entry in (*record.categories(), *record.kinds()):
        signs[entry.id] = _markup(sign(entry, palette("light")), sign(entry, palette("dark")), found)
    variables: dict[Mode, str] = {
        "light": " ".join(f"--{name}: {pair[0]};" for pair, name in found.items()),
        "dark": " ".join(f"--{name}: {pair[1]};" for pair, name in found.items()),
    }
    return Drawing(picture, signs, variables)


def members_of_each(scene: Scene) -> dict[str, tuple[str, ...]]:
    """What stands in one box, or on one line, by its id, where that is more than one."""
    boxes = {box.id: (box.id, *box.holds) for box in scene.boxes if box.holds}
    return boxes | {arrow.id: arrow.carries for arrow in scene.arrows if len(arrow.carries) > 1}


def _picture(record: ExportRecord, mode: Mode) -> ET.Element:
    scene = record.scene
    wide, high = seen_size(scene)[0], scene.height + sum(room_around(scene))
    told = {"aria-label": f"{one_line(record.title)}: {record.counts_in_words}", "font-family": FAMILIES}
    root = ET.Element("svg", {"id": "map", "role": "group", "viewBox": f"0 0 {number(wide)} {number(high)}", **told})
    draw_picture(root, all_lit(scene), mode, left=(wide - scene.width) / 2, top=MARGIN / 4)
    lit = {box.id for box in scene.boxes if box.lit} | {arrow.id for arrow in scene.arrows if arrow.lit}
    ends = {arrow.id: (arrow.tail, arrow.head) for arrow in scene.arrows}
    members = members_of_each(scene)
    names = {box.id: box.name for box in scene.boxes}
    for node in root.iter():
        identity = node.get("data-service") or node.get("data-connection") or node.get("data-on")
        if identity:
            node.set("data-lit", "yes" if identity in lit else "no")
        if identity in ends and "data-kind" in node.attrib:
            node.attrib |= {"data-tail": ends[identity][0], "data-head": ends[identity][1]}
        if identity in members and ("data-service" in node.attrib or "data-connection" in node.attrib):
            node.set("data-members", " ".join(members[identity]))
        if "data-service" in node.attrib:
            node.attrib |= {"role": "button", "tabindex": "-1", "aria-label": one_line(names[str(identity)])}
    return root


def _markup(light: ET.Element, dark: ET.Element, found: Colours) -> str:
    """The light drawing, with a variable for each colour that a theme has an own of."""
    for one, other in zip(light.iter(), dark.iter(), strict=True):
        for name in ("fill", "stroke"):
            pair = (one.get(name, ""), other.get(name, ""))
            if pair[0].startswith("#"):
                one.set(name, f"var(--{found.setdefault(pair, f'c{len(found)}')})")
    return ET.tostring(light, encoding="unicode")
