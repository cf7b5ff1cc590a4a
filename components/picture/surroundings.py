"""What stands around boxes and arrows: axes, lanes, glyphs, and `layout.meta`, which says what is lit and how
everything is called."""

from typing import Any

from components.picture.figure_text import plotly_text
from components.picture.look import SELECTED_BORDER, SELECTED_LINE, look_of, sample_of
from components.picture.marks import LegendMark
from components.picture.on_lines import room_beyond
from components.picture.scene import Scene
from components.picture.theme import FONT, Mode, Palette, glyph_uri, palette
from data.landscape.what_if import NEW

GLYPH, GLYPH_LEFT = 19.0, 5.5
MARGIN = 16.0
LANE_HEAD = 30.0
LANE_NAME = 18.0  # size of letters
LEAST_WIDTH = 720.0  # of what is seen: a single box does not fill the screen


def landscape_layout(scene: Scene, mode: Mode) -> dict[str, Any]:
    """The layout of the figure of a scene."""
    colours, look = palette(mode), look_of(scene, mode)
    wide, high = seen_size(scene)
    _, below = room_around(scene)
    axis = {"visible": False, "showgrid": False, "zeroline": False, "fixedrange": True}
    top = scene.height + (LANE_HEAD if scene.lanes else 0)
    aside = (wide - scene.width) / 2
    return {
        "meta": _meta(scene, colours, mode),
        "uirevision": scene.place,
        "barmode": "overlay",
        "bargap": 0,
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FONT, "color": colours.ink},
        "showlegend": False,
        "hovermode": "closest",
        "clickmode": "event",
        "xaxis": axis | {"range": [-aside, scene.width + aside], "constrain": "domain"},
        "yaxis": axis | {"range": [-below, high - below], "scaleanchor": "x", "constrain": "domain"},
        "shapes": [
            {
                "type": "rect",
                "layer": "below",
                "x0": lane.left - 14,
                "x1": lane.right + 14,
                "y0": -MARGIN + 2,
                "y1": top + 4,
                "fillcolor": colours.lane,
                "line": {"width": 0},
            }
            for lane in scene.lanes
        ],
        "annotations": [
            {
                "name": "units",
                "text": plotly_text(lane.name),
                "x": (lane.left + lane.right) / 2,
                "y": scene.height + LANE_HEAD / 2 + 4,
                "showarrow": False,
                "font": {"family": FONT, "size": LANE_NAME, "color": colours.quiet_ink},
            }
            for lane in scene.lanes
        ],
        "images": [  # The graph puts in the glyph that `meta.glyphs` has by this name.
            {
                "name": box.category,
                "xref": "x",
                "yref": "y",
                "x": box.x - box.width / 2 + GLYPH_LEFT,
                "y": box.y + GLYPH / 2,
                "sizex": GLYPH,
                "sizey": GLYPH,
                "layer": "above",
                "opacity": look.boxes[box.id].glyph_opacity,
            }
            for box in scene.boxes
        ],
    }


def seen_size(scene: Scene) -> tuple[float, float]:
    """Width and height of what is seen, in units of which a box is 140 wide."""
    above, below = room_around(scene)
    return max(LEAST_WIDTH, scene.width + 2 * MARGIN), scene.height + above + below


def room_around(scene: Scene) -> tuple[float, float]:
    """How much is free above and below the boxes."""
    if scene.lanes:
        return LANE_HEAD + MARGIN / 2, MARGIN
    above, below = room_beyond((arrow.course for arrow in scene.arrows), scene.height)
    return max(MARGIN, above), max(MARGIN, below)


def _meta(scene: Scene, colours: Palette, mode: Mode) -> dict[str, Any]:
    categories = dict.fromkeys([*(box.category for box in scene.boxes), *(entry.id for entry in scene.categories)])
    groups = (
        ("category", "Categories", [_key(entry) | _swatch(entry, colours) for entry in scene.categories]),
        ("kind", "Kinds of connection", [_key(entry) | _sample(entry, colours) for entry in scene.kinds]),
    )
    return {
        "services": [service for box in scene.boxes if box.lit for service in box.lights or (box.id,)],
        "connections": [connection for arrow in scene.arrows if arrow.lit for connection in arrow.connections],
        "selected": scene.selected,
        "stands_out": _stands_out(scene),
        "title": scene.title,
        "names": {box.id: box.name for box in scene.boxes},
        "connection_names": {arrow.id: arrow.name for arrow in scene.arrows},
        "lanes": [{"name": lane.name, "says": lane.text, "from": lane.left, "to": lane.right} for lane in scene.lanes],
        "heads_from": scene.height + 12,
        "glyphs": {category: glyph_uri(category, mode) for category in categories},
        "selected_look": {"color": colours.accent, "border": SELECTED_BORDER, "line": SELECTED_LINE},
        "legend": [{"event": event, "name": name, "keys": keys} for event, name, keys in groups if keys],
    }


def _stands_out(scene: Scene) -> list[str]:
    """Ids of the boxes that are to be seen where a window shows a part of the picture: what another way adds, or what
    is selected, or the ends of the lines that are."""
    if added := [box.id for box in scene.boxes if box.mark == NEW]:
        return added
    ends = {end for arrow in scene.arrows if arrow.selected for end in (arrow.tail, arrow.head)}
    return [box.id for box in scene.boxes if box.selected or box.id in ends]


def _swatch(entry: LegendMark, colours: Palette) -> dict[str, Any]:
    return {"color": colours.mark[entry.id], "glyph": entry.id}


def _sample(entry: LegendMark, colours: Palette) -> dict[str, Any]:
    line = sample_of(entry.id, colours, asks=entry.asks)
    return {"color": line.colour, "dash": ",".join(f"{length:g}" for length in line.dash), "open": line.open}


def _key(entry: LegendMark) -> dict[str, Any]:
    return {
        "id": entry.id,
        "name": entry.name,
        "says": entry.text,
        "count": entry.count,
        "explains": entry.count is None,
        "pressed": entry.chosen,
        "disabled": entry.count == 0 and not entry.chosen,
    }
