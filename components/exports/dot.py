"""The picture as Graphviz DOT source, with the positions of the screen: `dot -Tsvg file.dot` draws it as it was.

Lanes are clusters, from left to right; arrows bear the number of their step and their kind, and a legend says what
colours mean.
"""

from components.exports.letters import fitted
from components.exports.record import ExportRecord, ends_of, one_line
from components.picture.look import look_of
from components.picture.marks import BoxMark
from components.picture.surroundings import LANE_HEAD, MARGIN
from components.picture.theme import Palette, palette

# Graphviz has three styles of line; with their heads and widths, no two kinds look the same. Questions are hollow.
STYLES = {
    "data": "style=solid, arrowhead=normal",
    "change-stream": "style=dashed, arrowhead=normal",
    "zero-etl": "style=dashed, arrowhead=normal, penwidth=2",
    "cache": "style=dotted, arrowhead=empty, penwidth=2",
    "query": "style=dashed, arrowhead=empty",
    "observability": "style=dotted, arrowhead=vee",
    "identity": "style=dotted, arrowhead=odiamond",
    "backup": "style=dashed, arrowhead=box",
    "control": "style=dotted, arrowhead=odot",
}
UNITS = 72  # Graphviz takes sizes in inches
SPARE = 16  # A size of letters that leaves room where a wider typeface stands in.
KEY_WIDTH, KEY_HEIGHT, KEY_GAP, LINE = 170, 24, 8, 17


def dot_source(record: ExportRecord) -> bytes:
    """A directed graph whose nodes are named by the services' ids, and whose arrows bear the connections' ids as
    `id`."""
    colours = palette(record.mode)
    lines = [
        "digraph landscape {",
        f"  graph [layout=nop, splines=true, esep={quoted('+3')}, bgcolor={quoted(colours.background)},",
        f"    fontname={quoted('Helvetica')}, fontcolor={quoted(colours.ink)}]",
        f"  node [shape=box, style={quoted('rounded,filled')}, fixedsize=true,",
        f"    fontname={quoted('Helvetica')}, fontsize=15]",
        f"  edge [arrowsize=0.7, penwidth=1.4, fontname={quoted('Helvetica')}, fontsize=10,",
        f"    fontcolor={quoted(colours.ink)}]",
        *_head(record, colours),
        *_lanes(record, colours),
        *_arrows(record),
        *_legend(record, colours),
        "}",
        "",
    ]
    return "\n".join(lines).encode()


def _head(record: ExportRecord, colours: Palette) -> list[str]:
    """Title, filters, date and address above the picture, flush with its left side."""
    room = max(600.0, record.scene.width)
    told = [
        *fitted(one_line(record.title), room, SPARE),
        *fitted(f"{one_line(record.filters)} {record.counts_in_words}.", room, SPARE),
        record.date_in_words,
        record.address,
    ]
    y = record.scene.height + LANE_HEAD + MARGIN + 10 + LINE * len(told) / 2
    look = f"shape=plaintext, style={quoted('')}, fontcolor={quoted(colours.ink)}, fontsize=13"
    look += f", width={room / UNITS:.3f}"
    size = f"height={LINE * len(told) / UNITS:.3f}"
    label = "\\l".join(_escaped(line) for line in told)
    return [f'  about [label="{label}\\l", {look}, {size}, pos={_at(room / 2, y)}]']


def _lanes(record: ExportRecord, colours: Palette) -> list[str]:
    scene = record.scene
    lines = []
    for number, lane in enumerate(scene.lanes):
        left, right, top = lane.left - 14, lane.right + 14, scene.height + LANE_HEAD
        lines += [
            f"  subgraph {quoted(f'cluster_{number}')} {{",
            f"    graph [label={quoted(lane.name)}, style=filled, color={quoted(colours.lane)}, labelloc=t,",
            f"      fontsize=13, fontcolor={quoted(colours.quiet_ink)},",
            f"      bb={quoted(f'{left:.0f},{-MARGIN:.0f},{right:.0f},{top:.0f}')},",
            f"      lp={_at((left + right) / 2, top - LANE_HEAD / 2)}]",
        ]
        lines += [f"  {node}" for box, node in _nodes(record) if lane.left <= box.x <= lane.right]
        lines.append("  }")
    return lines if scene.lanes else [node for _, node in _nodes(record)]


def _nodes(record: ExportRecord) -> list[tuple[BoxMark, str]]:
    look = look_of(record.scene, record.mode)
    lines = []
    for box in record.scene.boxes:
        drawn = look.boxes[box.id]
        size = f"width={box.width / UNITS:.3f}, height={box.height / UNITS:.3f}"
        told = (*box.lines, *(box.what if box.holds else ()), *filter(None, [box.mark]))
        line = (
            f"  {quoted(box.id)} [label={quoted(*told)}, pos={_at(box.x, box.y)}, {size},"
            f" fillcolor={quoted(drawn.fill)}, color={quoted(drawn.border)}, penwidth={drawn.border_width:g},"
            f" fontcolor={quoted(drawn.ink)}, category={quoted(box.category)},"
            f" lit={'yes' if box.lit else 'no'}, tooltip={quoted(box.hover)}]"
        )
        lines.append((box, line))
    return lines


def _arrows(record: ExportRecord) -> list[str]:
    kinds = {entry.id: entry.name for entry in record.taxonomy.kinds}
    look = look_of(record.scene, record.mode)
    lines = []
    for arrow in record.scene.arrows:
        tail, head = ends_of(arrow)
        label = f"{arrow.badge} {', '.join(kinds[kind] for kind in arrow.kinds)}" if arrow.badge else ""
        style = STYLES[arrow.kind] if len(arrow.kinds) < 2 else "style=solid"
        style += ", dir=both" if arrow.both else ""
        lines.append(
            f"  {quoted(tail)} -> {quoted(head)} [id={quoted(arrow.id)}, kind={quoted(arrow.kind)},"
            f" lit={'yes' if arrow.lit else 'no'}, color={quoted(look.lines[arrow.id].faded)}, {style},"
            f" tooltip={quoted(arrow.hover)}" + (f", xlabel={quoted(label)}]" if label else "]")
        )
    return lines


def _legend(record: ExportRecord, colours: Palette) -> list[str]:
    """Categories and kinds in rows below the picture, then the steps."""
    lines, y = [], -MARGIN - 30.0
    columns = max(1, int(max(600.0, record.scene.width) // (KEY_WIDTH + KEY_GAP)))
    size = f"width={KEY_WIDTH / UNITS:.3f}, height={KEY_HEIGHT / UNITS:.3f}, fontsize=11"
    ink = f"fontcolor={quoted(colours.ink)}"
    entries = record.categories()
    for place, entry in enumerate(entries):
        x = (place % columns) * (KEY_WIDTH + KEY_GAP) + KEY_WIDTH / 2
        at = _at(x, y - (place // columns) * (KEY_HEIGHT + KEY_GAP))
        look = f"fillcolor={quoted(colours.fill[entry.id])}, color={quoted(colours.mark[entry.id])}"
        lines.append(
            f"  {quoted(f'category {entry.id}')} [label={quoted(entry.name)}, {size}, {ink}, pos={at}, {look}]"
        )
    y -= (-(-len(entries) // columns)) * (KEY_HEIGHT + KEY_GAP)
    for place, entry in enumerate(record.kinds()):
        x, low = (place % columns) * (KEY_WIDTH + KEY_GAP), y - (place // columns) * (KEY_HEIGHT + KEY_GAP)
        names = [quoted(f"kind {entry.id} {end}") for end in ("from", "to")]
        lines += [
            f"  {name} [shape=point, style=invis, width=0.01, height=0.01, pos={_at(x + right, low)}]"
            for name, right in zip(names, (0.0, 46.0), strict=True)
        ]
        lines.append(f"  {' -> '.join(names)} [color={quoted(colours.line[entry.id])}, {STYLES[entry.id]}]")
        lines.append(
            f"  {quoted(f'kind {entry.id}')} [label={quoted(entry.name)}, shape=plaintext, style={quoted('')}, {ink},"
            f" fontsize=11, width={104 / UNITS:.3f}, height={KEY_HEIGHT / UNITS:.3f}, pos={_at(x + 112, low)}]"
        )
    y -= (-(-len(record.kinds()) // columns)) * (KEY_HEIGHT + KEY_GAP)
    if record.walk:
        room, high = max(600.0, record.scene.width), LINE * len(record.walk)
        label = "\\l".join(_escaped(f"{step.number}. {step.title}") for step in record.walk)
        lines.append(
            f'  steps [label="{label}\\l", shape=plaintext, style={quoted("")}, {ink}, width={room / UNITS:.3f},'
            f" fontsize=13, height={high / UNITS:.3f}, pos={_at(room / 2, y - high / 2)}]"
        )
    return lines


def _at(x: float, y: float) -> str:
    return quoted(f"{x:.1f},{y:.1f}")


def _escaped(line: str) -> str:
    return one_line(line).replace("\\", "\\\\").replace('"', '\\"')


def quoted(*lines: str) -> str:
    """A DOT string of some lines; DOT's own escapes are put out of force, and no label becomes HTML."""
    return '"' + "\\n".join(_escaped(line) for line in lines) + '"'
