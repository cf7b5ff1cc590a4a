"""The picture as Mermaid source: the same services, lanes and connections, to be laid out by whoever draws it."""

import json
import re
from itertools import groupby

from components.exports.record import ExportRecord, ends_of, one_line
from components.picture.scene import BoxMark
from components.picture.theme import DASHES, Palette, palette

_SAFE = re.compile(r"[^\w .,:()/+*→-]", re.ASCII)


def mermaid_source(record: ExportRecord) -> bytes:
    """A flowchart. Node `s_dynamodb_streams` is the service `dynamodb-streams`; the comment above an arrow is the
    connection's id."""
    colours, scene = palette(record.mode), record.scene
    order = {lane.name: place for place, lane in enumerate(scene.lanes)}
    inside = {
        box.id: next((lane.name for lane in scene.lanes if lane.left <= box.x <= lane.right), "") for box in scene.boxes
    }
    lines = [
        "---",
        f"title: {json.dumps(one_line(record.title), ensure_ascii=False)}",
        "---",
        "flowchart LR",
        *_comments(record),
    ]
    for lane, boxes in groupby(
        sorted(scene.boxes, key=lambda box: order.get(inside[box.id], -1)), key=lambda box: inside[box.id]
    ):
        lines.append(f'  subgraph lane_{order.get(lane, 0)}["{quoted(lane)}"]')
        lines += [
            f'    {node(box.id)}["{quoted(box.name)}"]:::{_class(box)}' for box in sorted(boxes, key=lambda box: -box.y)
        ]
        lines.append("  end")
    for arrow in scene.arrows:
        tail, head = ends_of(arrow)
        label = f'|"{quoted(arrow.badge)}"|' if arrow.badge else ""
        lines += [f"  %% {arrow.id} ({'lit' if arrow.lit else 'dimmed'})", f"  {node(tail)} -->{label} {node(head)}"]
    return "\n".join([*lines, *_styles(record, colours), ""]).encode()


def _comments(record: ExportRecord) -> list[str]:
    told = (record.filters, f"{record.counts_in_words}.", record.date_in_words, record.address)
    return [f"  %% {one_line(line).replace('{', '(').replace('}', ')')}" for line in told]


def _styles(record: ExportRecord, colours: Palette) -> list[str]:
    lines = [f"  classDef lane fill:{colours.lane},stroke:{colours.lane},color:{colours.quiet_ink}"]
    lines += [f"  class lane_{place} lane" for place in range(len(record.scene.lanes))]
    for category in record.categories():
        look = f"fill:{colours.fill[category.id]},stroke:{colours.mark[category.id]},color:{colours.ink}"
        lines += [
            f"  classDef c_{_word(category.id)} {look}",
            f"  classDef c_{_word(category.id)}_dimmed {look},opacity:0.4",
        ]
    looks: dict[str, list[str]] = {}
    for place, arrow in enumerate(record.scene.arrows):
        dashes = (
            ""
            if DASHES[arrow.kind] == "solid"
            else f",stroke-dasharray:{DASHES[arrow.kind].replace('px', '').replace(',', ' ')}"
        )
        looks.setdefault(f"stroke:{colours.line[arrow.kind]}{dashes}{'' if arrow.lit else ',opacity:0.3'}", []).append(
            str(place)
        )
    return [*lines, *(f"  linkStyle {','.join(places)} {look}" for look, places in looks.items())]


def node(service: str) -> str:
    """A node's name for a service: ids have no underscores, so that no two meet, and none is a word of Mermaid's
    own."""
    return f"s_{_word(service)}"


def quoted(text: str) -> str:
    """Text inside a quoted label: whatever Mermaid or HTML could take as its own becomes an entity code."""
    return _SAFE.sub(lambda sign: sign[0] if sign[0].isalnum() else f"#{ord(sign[0])};", one_line(text)) or " "


def _class(box: BoxMark) -> str:
    return f"c_{_word(box.category)}" + ("" if box.lit else "_dimmed")


def _word(identity: str) -> str:
    return identity.replace("-", "_")
