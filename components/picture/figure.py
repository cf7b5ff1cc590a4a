"""The drawing of a scene as a Plotly figure: plain dictionaries, because building 130 graph objects one by one costs
more than drawing them.

Roles, told by each trace's `meta.role`: `service` (bars, one trace a category, `customdata[i][0]` is the id),
`connection` (a line, `customdata[0][0]` is the id), `tip`, `name` and `badge` (drawn on top, not clickable).
"""

from itertools import pairwise
from typing import Any, NamedTuple

from components.picture.figure_text import hover_text, plotly_text
from components.picture.places import BOX_HEIGHT, BOX_WIDTH, Point
from components.picture.scene import ArrowMark, BoxMark, Scene
from components.picture.surroundings import GLYPH, GLYPH_LEFT, landscape_layout
from components.picture.theme import DASHES, FONT, Mode, Palette, mixed, palette

NAME_PADDING = 3.0  # Plotly keeps this distance by itself; the invisible bars are so much wider
DIM = 0.22
QUIET = 0.55
FEW, MANY = 16, 70
Figure = dict[str, Any]


class Lines(NamedTuple):
    """How strongly lines are drawn: width in px, opacity."""

    width: float
    opacity: float


FAINT = Lines(1.3, DIM)


def landscape_figure(scene: Scene, mode: Mode, *, name_size: int = 13) -> Figure:
    """The figure of a scene in a theme; `layout.meta` says what is lit and how everything is called. `name_size` is
    the largest size of names, in px."""
    colours = palette(mode)
    return {
        "data": [
            *(_arrow(arrow, colours, FAINT) for arrow in scene.arrows if not arrow.lit),
            *(_arrow(arrow, colours, lines_of(scene)) for arrow in scene.arrows if arrow.lit),
            _tips(scene, colours),
            *_boxes(scene.boxes, colours),
            _names(scene.boxes, colours, name_size),
            *_badges(scene.arrows, colours, max(13, name_size - 4)),
        ],
        "layout": landscape_layout(scene, mode, max(13, name_size - 4)),
    }


def lines_of(scene: Scene) -> Lines:
    """Lines stand out where few are lit, and step back where all are."""
    lit = sum(arrow.lit for arrow in scene.arrows)
    if lit < len(scene.arrows) or lit <= FEW:
        return Lines(2.0, 1.0)
    return Lines(1.6, 0.8) if lit <= MANY else Lines(1.1, 0.5)


def _arrow(arrow: ArrowMark, colours: Palette, lines: Lines) -> dict[str, Any]:
    colour = colours.accent if arrow.selected else colours.line[arrow.kind]
    width = 3.2 if arrow.selected else lines.width
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [x for x, _ in arrow.course],
        "y": [y for _, y in arrow.course],
        "customdata": [[arrow.id]],
        "meta": {"role": "connection", "id": arrow.id},
        "opacity": opacity_of(arrow, lines),
        "line": {"color": colour, "width": width, "dash": DASHES[arrow.kind]},
        "hovertext": hover_text(arrow.hover),
        "hoverinfo": "text",
        "showlegend": False,
    }


def opacity_of(arrow: ArrowMark, lines: Lines) -> float:
    """How opaque an arrow is, 0 to 1, where lit ones are drawn as `lines`."""
    if arrow.quiet:
        return QUIET
    return lines.opacity if arrow.lit else DIM


def _tips(scene: Scene, colours: Palette) -> dict[str, Any]:
    """The tips of all arrows as one trace: the last two points of each course, of which only the last is seen. A
    trace each would take twice as long."""
    x: list[float | None] = []
    y: list[float | None] = []
    for arrow in scene.arrows:
        (before_x, before_y), (tip_x, tip_y) = arrow.course[-2:]
        x += [before_x, tip_x, None]
        y += [before_y, tip_y, None]
    lit = lines_of(scene)
    return {
        "type": "scatter",
        "mode": "markers",
        "x": x,
        "y": y,
        "marker": {
            "symbol": "arrow",
            "angleref": "previous",
            "size": [size for arrow in scene.arrows for size in (0, 14 if arrow.selected else 7 + 2 * lit.width, 0)],
            "color": [
                colour
                for arrow in scene.arrows
                for colour in [colours.accent if arrow.selected else colours.line[arrow.kind]] * 3
            ],
            "opacity": [share for arrow in scene.arrows for share in [opacity_of(arrow, lit)] * 3],
            "line": {"width": 0},
        },
        "hoverinfo": "skip",
        "meta": {"role": "tip"},
        "showlegend": False,
    }


def _boxes(boxes: tuple[BoxMark, ...], colours: Palette) -> list[dict[str, Any]]:
    """One trace of bars for each category."""
    traces = []
    for category in dict.fromkeys(box.category for box in boxes):
        catalog = [box for box in boxes if box.category == category]
        mark, fill = colours.mark[category], colours.fill[category]
        traces.append(
            {
                "type": "bar",
                "orientation": "h",
                "base": [box.x - BOX_WIDTH / 2 for box in catalog],
                "x": [BOX_WIDTH] * len(catalog),
                "y": [box.y for box in catalog],
                "width": BOX_HEIGHT,
                "customdata": [[box.id] for box in catalog],
                "hovertext": [hover_text(box.hover) for box in catalog],
                "hoverinfo": "text",
                "meta": {"role": "service"},
                "marker": {
                    "color": [fill if box.lit else mixed(fill, colours.background, 0.5) for box in catalog],
                    "line": {
                        "color": [
                            colours.accent
                            if box.selected
                            else mark
                            if box.lit
                            else mixed(mark, colours.background, 0.3)
                            for box in catalog
                        ],
                        "width": [3.5 if box.selected else 1.6 for box in catalog],
                    },
                    "cornerradius": 7,
                },
                "showlegend": False,
            }
        )
    return traces


def _names(boxes: tuple[BoxMark, ...], colours: Palette, size: int) -> dict[str, Any]:
    """Names as the text of invisible bars right of the glyphs, which Plotly keeps inside and at one size for all."""
    left = GLYPH_LEFT + GLYPH - NAME_PADDING
    dim = mixed(colours.ink, colours.background, 0.55)
    return {
        "type": "bar",
        "orientation": "h",
        "base": [box.x - BOX_WIDTH / 2 + left for box in boxes],
        "x": [BOX_WIDTH - left + NAME_PADDING] * len(boxes),
        "y": [box.y for box in boxes],
        "width": BOX_HEIGHT + 5,
        "text": ["<br>".join(plotly_text(line) for line in box.lines) for box in boxes],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "insidetextfont": {"family": FONT, "size": size, "color": [colours.ink if box.lit else dim for box in boxes]},
        "marker": {"color": "rgba(0,0,0,0)", "line": {"width": 0}},
        "hoverinfo": "skip",
        "meta": {"role": "name"},
        "showlegend": False,
    }


def _badges(arrows: tuple[ArrowMark, ...], colours: Palette, size: int) -> list[dict[str, Any]]:
    """Step numbers at the middle of the arrows, `size` px high; several on one arrow get a larger circle."""
    numbered = [arrow for arrow in arrows if arrow.badge]
    if not numbered:
        return []
    middles = [middle(arrow.course) for arrow in numbered]
    return [
        {
            "type": "scatter",
            "mode": "markers+text",
            "x": [x for x, _ in middles],
            "y": [y for _, y in middles],
            "text": [arrow.badge for arrow in numbered],
            "textfont": {
                "family": FONT,
                "size": size,
                "color": [colours.background if a.selected or a.quiet else colours.ink for a in numbered],
            },
            "marker": {
                "symbol": "circle",
                "size": [size * max(2 if a.selected else 1.7, 0.8 + 0.5 * len(a.badge)) for a in numbered],
                "opacity": 1,
                "color": [
                    colours.accent if a.selected else colours.quiet_ink if a.quiet else colours.background
                    for a in numbered
                ],
                "line": {
                    "color": [colours.accent if a.selected else colours.quiet_ink for a in numbered],
                    "width": 1.5,
                },
            },
            "hoverinfo": "skip",
            "meta": {"role": "badge"},
            "showlegend": False,
        }
    ]


def middle(course: tuple[Point, ...]) -> Point:
    """The point half-way along a course."""
    lengths = [((b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2) ** 0.5 for a, b in pairwise(course)]
    left = sum(lengths) / 2
    for (a, b), length in zip(pairwise(course), lengths, strict=True):
        if length and left <= length:
            return (a[0] + (b[0] - a[0]) * left / length, a[1] + (b[1] - a[1]) * left / length)
        left -= length
    return course[-1]
