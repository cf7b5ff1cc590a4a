"""The picture as Graphviz DOT source, with the positions of the screen: `dot -Tsvg file.dot` draws it as it was."""

from components.exports.letters import fitted
from components.exports.record import ExportRecord, ends_of, one_line
from components.picture.places import BOX_HEIGHT, BOX_WIDTH
from components.picture.theme import mixed, palette

# Graphviz has three styles of line, and the kinds that are told apart by finer dashes on the screen are also told by
# `kind`.
STYLES = {"data": "solid", "cache": "dotted", "observability": "dotted"}
UNITS = 72  # Graphviz takes sizes in inches


def dot_source(record: ExportRecord) -> bytes:
    """A directed graph whose nodes are named by the services' ids, and whose arrows bear the connections' ids as
    `id`."""
    colours = palette(record.mode)
    room = max(600.0, record.scene.width)
    told = (
        *fitted(one_line(record.title), room, 13),
        *fitted(f"{one_line(record.filters)} {record.counts_in_words}.", room, 13),
        record.date_in_words,
        record.address,
    )
    lines = [
        "digraph landscape {",
        (
            f"  graph [layout=nop, splines=true, esep={quoted('+3')}, "
            f"bgcolor={quoted(colours.background)}, fontname={quoted('Helvetica')},"
        ),
        f"    fontcolor={quoted(colours.ink)}, labelloc=t, labeljust=l, label={quoted(*told)}]",
        (
            f"  node [shape=box, style={quoted('rounded,filled')}, fixedsize=true, "
            f"width={BOX_WIDTH / UNITS:.3f}, height={BOX_HEIGHT / UNITS:.3f},"
        ),
        f"    fontname={quoted('Helvetica')}, fontsize=13]",
        (
            f"  edge [arrowsize=0.7, penwidth=1.4, fontname={quoted('Helvetica')}, "
            f"fontsize=12, fontcolor={quoted(colours.ink)}]"
        ),
    ]
    for box in record.scene.boxes:
        share = 1.0 if box.lit else 0.4
        fill, mark, ink = (
            mixed(colour, colours.background, share)
            for colour in (colours.fill[box.category], colours.mark[box.category], colours.ink)
        )
        lines.append(
            f"  {quoted(box.id)} [label={quoted(*box.lines)}, "
            f"pos={quoted(f'{box.x:.1f},{box.y:.1f}')}, fillcolor={quoted(fill)}, color={quoted(mark)},"
            f" fontcolor={quoted(ink)}, category={quoted(box.category)}, "
            f"lit={'yes' if box.lit else 'no'}, tooltip={quoted(box.hover)}]"
        )
    for arrow in record.scene.arrows:
        tail, head = ends_of(arrow)
        colour = mixed(colours.line[arrow.kind], colours.background, 1.0 if arrow.lit else 0.25)
        number = f", xlabel={quoted(arrow.badge)}" if arrow.badge else ""
        lines.append(
            f"  {quoted(tail)} -> {quoted(head)} [id={quoted(arrow.id)}, "
            f"kind={quoted(arrow.kind)}, lit={'yes' if arrow.lit else 'no'}, color={quoted(colour)},"
            f" style={STYLES.get(arrow.kind, 'dashed')}, tooltip={quoted(arrow.hover)}{number}]"
        )
    return "\n".join([*lines, "}", ""]).encode()


def quoted(*lines: str) -> str:
    """A DOT string of some lines; DOT's own escapes are put out of force, and no label becomes HTML."""
    escaped = (one_line(line).replace("\\", "\\\\").replace('"', '\\"') for line in lines)
    return '"' + "\\n".join(escaped) + '"'
