"""The picture as Mermaid source: the same services, lanes and connections, to be laid out by whoever draws it.

Grounds and letters keep the colours of the theme that draws it, light or dark; categories and kinds have borders and
lines of a middle tone, which can be read on both.
"""

import json
import re
from itertools import groupby

from components.exports.record import ExportRecord, ends_of, one_line
from components.exports.too_large import TooLargeError
from components.picture.look import look_of
from components.picture.scene import BoxMark
from components.picture.theme import mixed, palette

_SAFE = re.compile(r"[^\w .,:()/+*→·-]", re.ASCII)
MOST_ARROWS = 110
DIMMED = 0.35


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
    for arrow in scene.arrows:
        tail, head = ends_of(arrow)
        label = f"{arrow.badge} · {kinds[arrow.kind]}" if arrow.badge else kinds[arrow.kind]
        lines += [
            f"  %% {arrow.id} ({'lit' if arrow.lit else 'dimmed'})",
            f'  {node(tail)} {"--o" if arrow.asks else "-->"}|"{quoted(label)}"| {node(head)}',
        ]
    return "\n".join([*lines, *_legend(record), *_styles(record), ""]).encode()


def _comments(record: ExportRecord) -> list[str]:
    told = (record.filters, f"{record.counts_in_words}.", record.date_in_words, record.address)
    return [f"  %% {one_line(line).replace('{', '(').replace('}', ')')}" for line in told]


def _lanes(record: ExportRecord) -> list[str]:
    """A subgraph for each lane, from left to right; those that nothing is drawn between are tied by unseen links."""
    scene = record.scene
    if not scene.lanes:  # a story, which is told by its steps
        return [f'    {node(box.id)}["{quoted(box.name)}"]:::{_class(box)}' for box in scene.boxes]
    inside = {
        box.id: next((number for number, lane in enumerate(scene.lanes) if lane.left <= box.x <= lane.right), 0)
        for box in scene.boxes
    }
    lines, first = [], {}
    for lane, boxes in groupby(sorted(scene.boxes, key=lambda box: (inside[box.id], -box.y)), lambda b: inside[b.id]):
        name = scene.lanes[lane].name
        lines.append(f'  subgraph lane_{lane}["{quoted(name)}"]')
        members = list(boxes)
        lines += [f'    {node(box.id)}["{quoted(box.name)}"]:::{_class(box)}' for box in members]
        lines.append("  end")
        first[lane] = f"lane_{lane}"
    return lines + ([f"  {' ~~~ '.join(first.values())}"] if len(first) > 1 else [])


def _legend(record: ExportRecord) -> list[str]:
    """What borders mean, and what the numbers tell."""
    entries = [
        f'    key_{_word(entry.id)}["{quoted(entry.name)}"]:::c_{_word(entry.id)}' for entry in record.categories()
    ]
    steps = "<br/>".join(quoted(f"{step.number} {step.title}") for step in record.walk)
    walk = [f'    key_steps["{steps}"]:::steps'] if steps else []
    return ['  subgraph legend["Legend"]', "    direction LR", *entries, *walk, "  end"] if entries or walk else []


def _styles(record: ExportRecord) -> list[str]:
    # A tone between those of the two themes has contrast enough on white and on black.
    light, dark, look = palette("light"), palette("dark"), look_of(record.scene, record.mode)
    lines = ["  classDef steps text-align:left,fill:none"]
    for category in record.categories():
        style = f"stroke:{mixed(light.mark[category.id], dark.mark[category.id], 0.5)},stroke-width:2px"
        lines += [
            f"  classDef c_{_word(category.id)} {style}",
            f"  classDef c_{_word(category.id)}_dimmed {style},opacity:{DIMMED}",
        ]
    selected = [node(box.id) for box in record.scene.boxes if box.selected]
    lines += [f"  style {name} stroke-width:5px" for name in selected]
    looks: dict[str, list[str]] = {}
    ties = 0 if len(record.scene.lanes) < 2 else len(record.scene.lanes) - 1
    for place, arrow in enumerate(record.scene.arrows, start=ties):
        dash = " ".join(f"{length:g}" for length in look.lines[arrow.id].dash)
        dashes = f",stroke-dasharray:{dash}" if dash else ""
        colour = mixed(light.line[arrow.kind], dark.line[arrow.kind], 0.5)
        width = 4 if arrow.selected else 2
        looks.setdefault(
            f"stroke:{colour},stroke-width:{width}px{dashes}{'' if arrow.lit else f',opacity:{DIMMED}'}", []
        ).append(str(place))
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
