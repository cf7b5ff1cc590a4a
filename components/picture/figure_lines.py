"""Arrows, their heads, words and numbers, as traces of a figure."""

from typing import Any

from components.picture.figure_text import hover_text, plotly_text
from components.picture.look import LineLook, Look
from components.picture.marks import ArrowMark
from components.picture.on_lines import WORDS, badge_size, badge_width
from components.picture.scene import Scene
from components.picture.theme import FONT, Mode, palette

Trace = dict[str, Any]


def arrow_traces(scene: Scene, look: Look) -> list[Trace]:
    """A trace for each arrow, lit ones above the others."""
    ordered = sorted(scene.arrows, key=lambda arrow: (arrow.lit, arrow.selected))
    return [_arrow(arrow, look.lines[arrow.id]) for arrow in ordered]


def _arrow(arrow: ArrowMark, line: LineLook) -> Trace:
    dash = ",".join(f"{length:g}px" for length in line.dash) or "solid"
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [x for x, _ in arrow.course],
        "y": [y for _, y in arrow.course],
        "customdata": [list(arrow.connections)],
        "meta": {"role": "connection", "id": arrow.id, "ends": [arrow.tail, arrow.head]},
        "opacity": line.opacity,
        "line": {"color": line.colour, "width": line.width, "dash": dash},
        "hovertext": hover_text(arrow.hover),
        "hoverinfo": "text",
        "showlegend": False,
    }


def tip_traces(scene: Scene, look: Look, mode: Mode) -> list[Trace]:
    """The heads of all arrows as one trace: the last two points of each course, of which only the last is seen. A
    trace each would take twice as long. A head is filled where data goes, and hollow where somebody asks."""
    if not scene.arrows:
        return []
    ground = palette(mode).background
    heads = [(arrow, arrow.course[-2:]) for arrow in scene.arrows]
    heads += [(arrow, arrow.course[1::-1]) for arrow in scene.arrows if arrow.both]
    looks = [look.lines[arrow.id] for arrow, _ in heads]
    x: list[float | None] = []
    y: list[float | None] = []
    for _, ((before_x, before_y), (tip_x, tip_y)) in heads:
        x += [before_x, tip_x, None]
        y += [before_y, tip_y, None]
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "x": x,
            "y": y,
            "marker": {
                "symbol": "arrow",
                "angleref": "previous",
                "size": [size for line in looks for size in (0, line.head + 2, 0)],
                "color": [colour for line in looks for colour in [ground if line.open else line.colour] * 3],
                "opacity": [share for line in looks for share in [line.opacity] * 3],
                "line": {
                    "color": [colour for line in looks for colour in [line.colour] * 3],
                    "width": [width for line in looks for width in [1.5 if line.open else 0.0] * 3],
                },
            },
            "cliponaxis": False,
            "hoverinfo": "skip",
            "meta": {"role": "tip", "ids": {"kind": "connection", "of": [arrow.id for arrow, _ in heads]}},
            "showlegend": False,
        }
    ]


def word_traces(scene: Scene, mode: Mode) -> list[Trace]:
    """What flows along lit arrows, in a few words, where there is a free place for it."""
    told = [arrow for arrow in scene.arrows if arrow.words_at]
    if not told:
        return []
    places = [arrow.words_at or (0.0, 0.0) for arrow in told]
    return [
        {
            "type": "scatter",
            "mode": "text",
            "x": [x for x, _ in places],
            "y": [y for _, y in places],
            "text": [plotly_text(arrow.words) for arrow in told],
            "textposition": "middle center",
            "textfont": {"family": FONT, "size": WORDS, "color": palette(mode).ink},
            "hoverinfo": "skip",
            "meta": {"role": "words", "units": True, "ids": {"kind": "connection", "of": [a.id for a in told]}},
            "showlegend": False,
        }
    ]


def badge_traces(scene: Scene, look: Look) -> list[Trace]:
    """Step numbers on the arrows; several on one arrow get a larger circle."""
    numbered = [arrow for arrow in scene.arrows if arrow.badge]
    if not numbered:
        return []
    looks = [look.badges[arrow.id] for arrow in numbered]
    return [
        {
            "type": "scatter",
            "mode": "markers+text",
            "x": [arrow.badge_at[0] for arrow in numbered],
            "y": [arrow.badge_at[1] for arrow in numbered],
            "text": [arrow.badge for arrow in numbered],
            "textfont": {
                "family": FONT,
                "size": [badge_size(arrow.badge) for arrow in numbered],
                "color": [one.ink for one in looks],
            },
            "marker": {
                "symbol": "circle",
                "size": [badge_width(arrow.badge) for arrow in numbered],
                "opacity": 1,
                "color": [one.fill for one in looks],
                "line": {"color": [one.border for one in looks], "width": looks[0].border_width},
            },
            "hoverinfo": "skip",
            "meta": {
                "role": "badge",
                "units": True,
                "ids": {"kind": "connection", "of": [arrow.id for arrow in numbered]},
            },
            "showlegend": False,
        }
    ]
