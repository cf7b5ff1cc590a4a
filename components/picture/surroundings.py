"""What stands around boxes and arrows: axes, lanes, glyphs, and `layout.meta`, which says what is lit and how
everything is called."""

from typing import Any

from components.picture.figure_text import plotly_text
from components.picture.places import BOX_WIDTH
from components.picture.scene import LegendMark, Scene
from components.picture.theme import DASHES, FONT, Mode, Palette, glyph_uri, palette

GLYPH = 22.0
GLYPH_LEFT = 5.0
MARGIN = 16.0
LANE_HEAD = 30.0


def landscape_layout(scene: Scene, mode: Mode, lane_size: int) -> dict[str, Any]:
    """The layout of the figure of a scene; lanes are named in letters `lane_size` px high."""
    colours = palette(mode)
    axis = {"visible": False, "showgrid": False, "zeroline": False, "fixedrange": False}
    top = scene.height + LANE_HEAD
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
        "modebar": {"bgcolor": "rgba(0,0,0,0)", "color": colours.quiet_ink, "activecolor": colours.ink},
        "dragmode": "pan",
        "clickmode": "event",
        "uniformtext": {"mode": "show", "minsize": 6},
        "hoverlabel": {
            "bgcolor": colours.background,
            "bordercolor": colours.quiet_ink,
            "font": {"family": FONT, "size": 14, "color": colours.ink},
            "align": "left",
        },
        "xaxis": axis | {"range": [-MARGIN, scene.width + MARGIN], "constrain": "domain"},
        "yaxis": axis | {"range": [-MARGIN, top + MARGIN / 2], "scaleanchor": "x", "constrain": "domain"},
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
                "text": plotly_text(lane.name),
                "x": (lane.left + lane.right) / 2,
                "y": scene.height + LANE_HEAD / 2 + 4,
                "showarrow": False,
                "font": {"family": FONT, "size": lane_size, "color": colours.quiet_ink},
            }
            for lane in scene.lanes
        ],
        "images": [
            {
                "source": glyph_uri(box.category, mode),
                "xref": "x",
                "yref": "y",
                "x": box.x - BOX_WIDTH / 2 + GLYPH_LEFT,
                "y": box.y + GLYPH / 2,
                "sizex": GLYPH,
                "sizey": GLYPH,
                "layer": "above",
                "opacity": 1 if box.lit else 0.35,
            }
            for box in scene.boxes
        ],
    }


def _meta(scene: Scene, colours: Palette, mode: Mode) -> dict[str, Any]:
    return {
        "services": [box.id for box in scene.boxes if box.lit],
        "connections": [arrow.id for arrow in scene.arrows if arrow.lit],
        "selected": scene.selected,
        "title": scene.title,
        "names": {box.id: box.name for box in scene.boxes},
        "connection_names": {arrow.id: arrow.name for arrow in scene.arrows},
        "legend": {
            "categories": [_legend(e, colours.mark[e.id]) | {"glyph": glyph_uri(e.id, mode)} for e in scene.categories],
            "kinds": [
                _legend(e, colours.line[e.id]) | {"dash": DASHES[e.id].replace("px", "").replace("solid", "")}
                for e in scene.kinds
            ],
        },
    }


def _legend(entry: LegendMark, colour: str) -> dict[str, Any]:
    return {
        "id": entry.id,
        "name": entry.name,
        "count": entry.count,
        "pressed": entry.chosen,
        "disabled": entry.count == 0 and not entry.chosen,
        "color": colour,
    }
