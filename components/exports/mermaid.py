"""The picture as Mermaid source: the same services, lanes and connections, to be laid out by whoever draws it.

Grounds and letters keep the colours of the theme that draws it, light or dark; categories and kinds have borders and
lines of a middle tone, which can be read on both.
"""

import json
import re
from collections.abc import Mapping
from itertools import groupby, pairwise

from components.exports.record import ExportRecord, ends_of, one_line
from components.exports.too_large import TooLargeError
from components.picture.look import BORDER, DIM_INK, SELECTED_BORDER, look_between, mark_between
from components.picture.marks import ArrowMark, BoxMark

_SAFE = re.compile(r"[^\w .,:()/+*→·-]", re.ASCII)
MOST_ARROWS = 110


def mermaid_source(record: ExportRecord) -> bytes:
    """A flowchart. Node `s_dynamodb_streams` is the service `dynamodb-streams`; the comment above an arrow is the
    connection's id.

    Errors: TooLargeError where nobody could read what Mermaid makes of it.
    """
    scene = record.scene
    if len(scene.arrows) > MOST_ARROWS:
        raise TooLargeError(
            f"{len(scene.boxes)} services with {len(scene.arrows)} connections are more than Mermaid can draw so that "
            "it can be read: take the core services, a service with its neighbours or a use case, or the SVG."
        )
    kinds = {entry.id: one_line(entry.name) for entry in record.taxonomy.kinds}
    lines = [
        "---",
        f"title: {json.dumps(one_line(record.title), ensure_ascii=False)}",
        "---",
        "flowchart LR",
        *_comments(record),
        *_lanes(record),
    ]
    lanes = _lane_of_each(record)
    for arrow in scene.arrows:
        tail, head = ends_of(arrow)
        told = ", ".join(kinds[kind] for kind in arrow.kinds or (arrow.kind,))
        label = f"{arrow.badge} · {told}" if arrow.badge else told
        lines.append(f"  %% {arrow.id} ({'lit' if arrow.lit else 'dimmed'})")
        two_heads = "o--o" if arrow.asks else "<-->"
        if _leads_back(arrow, lanes):
            lines.append(f'  {node(head)} {two_heads}|"{quoted(label)}"| {node(tail)}')
        else:
            way = two_heads if arrow.both else "--o" if arrow.asks else "-->"
            lines.append(f'  {node(tail)} {way}|"{quoted(label)}"| {node(head)}')
    return "\n".join([*lines, *_legend(record), *_styles(record), ""]).encode()


def _comments(record: ExportRecord) -> list[str]:
    told = (record.filters, f"{record.counts_in_words}.", record.date_in_words, record.address)
    return [f"  %% {one_line(line).replace('{', '(').replace('}', ')')}" for line in told]


def _lanes(record: ExportRecord) -> list[str]:
    """A subgraph for each lane, and an unseen node between two of them, behind all of the one and before all of the
    other, so that they stand in their order."""
    scene = record.scene
    if not scene.lanes:  # a story, which is told by its steps
        return [f'    {node(box.id)}["{quoted(box.marked_name)}"]:::{_class(box)}' for box in scene.boxes]
    lines = []
    for number, members in _members(record).items():
        lines.append(f'  subgraph lane_{number}["{quoted(scene.lanes[number].name)}"]')
        lines += [f'    {node(box.id)}["{quoted(box.marked_name)}"]:::{_class(box)}' for box in members]
        lines.append("  end")
    for (number, before), (_, after) in pairwise(_members(record).items()):
        ends = (" & ".join(node(box.id) for box in members) for members in (before, after))
        lines += [f'  gap_{number}[" "]:::gap', f"  {f' ~~~ gap_{number} ~~~ '.join(ends)}"]
    return lines


def _lane_of_each(record: ExportRecord) -> dict[str, int]:
    """The number of the lane of every box, by id; empty for a story."""
    lanes = record.scene.lanes
    return {
        box.id: next((number for number, lane in enumerate(lanes) if lane.left <= box.x <= lane.right), 0)
        for box in record.scene.boxes
        if lanes
    }


def _members(record: ExportRecord) -> dict[int, list[BoxMark]]:
    """The boxes of every lane that has some, from left to right and from top to bottom."""
    lanes = _lane_of_each(record)
    ordered = sorted(record.scene.boxes, key=lambda box: (lanes[box.id], -box.y))
    return {number: list(boxes) for number, boxes in groupby(ordered, lambda box: lanes[box.id])}


def _leads_back(arrow: ArrowMark, lanes: Mapping[str, int]) -> bool:
    """Whether an arrow leads to a lane further left. Mermaid puts a head to the right of its tail, so such an arrow is
    written from its head on, with a head at both ends, of which its style takes away the one at its tail."""
    return bool(lanes) and lanes[arrow.head] < lanes[arrow.tail]


def _legend(record: ExportRecord) -> list[str]:
    """What borders mean, and what the numbers tell."""
    entries = [
        f'    key_{_word(entry.id)}["{quoted(entry.name)}"]:::c_{_word(entry.id)}' for entry in record.categories()
    ]
    steps = "<br/>".join(quoted(f"{step.number} {step.title}") for step in record.walk)
    walk = [f'    key_steps["{steps}"]:::steps'] if steps else []
    return ['  subgraph legend["Legend"]', "    direction LR", *entries, *walk, "  end"] if entries or walk else []


def _styles(record: ExportRecord) -> list[str]:
    look = look_between(record.scene)
    lines = ["  classDef steps text-align:left,fill:none", "  classDef gap fill:none,stroke:none"]
    for category in record.categories():
        style = f"stroke:{mark_between(category.id)},stroke-width:{BORDER}px"
        lines += [
            f"  classDef c_{_word(category.id)} {style}",
            f"  classDef c_{_word(category.id)}_dimmed {style},opacity:{DIM_INK}",
        ]
    selected = [node(box.id) for box in record.scene.boxes if box.selected]
    lines += [f"  style {name} stroke-width:{SELECTED_BORDER}px" for name in selected]
    looks: dict[str, list[str]] = {}
    lanes = _lane_of_each(record)
    ties = sum(len(before) + len(after) for before, after in pairwise(_members(record).values())) if lanes else 0
    for place, arrow in enumerate(record.scene.arrows, start=ties):
        line = look.lines[arrow.id]
        dash = " ".join(f"{length:g}" for length in line.dash)
        dashes = f",stroke-dasharray:{dash}" if dash else ""
        style = f"stroke:{line.colour},stroke-width:{line.width:g}px{dashes}"
        style += f",opacity:{line.opacity:g}" if line.opacity < 1 else ""
        style += ",marker-end:none" if _leads_back(arrow, lanes) and not arrow.both else ""
        looks.setdefault(style, []).append(str(place))
    return [*lines, *(f"  linkStyle {','.join(places)} {style}" for style, places in looks.items())]


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
