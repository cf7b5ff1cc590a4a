"""The drawing of a scene as a Plotly figure: plain dictionaries, because building 130 graph objects one by one costs
more than drawing them.

Roles, told by each trace's `meta.role`: `service` (bars, one trace a category, `customdata[i][0]` is the id),
`connection` (a line, `customdata[0][0]` is the id), and, drawn on top and not clickable, `tip`, `name`, `what`,
`words`, `badge`, `plate` and `mark`. Where `meta.units` is true, sizes of letters and signs are in units of the axes;
the graph makes them px.
"""

from typing import Any

from components.picture.figure_lines import arrow_traces, badge_traces, tip_traces, word_traces
from components.picture.figure_marks import mark_traces
from components.picture.figure_text import hover_text, plotly_text
from components.picture.look import BORDER, STACK, Look, look_of
from components.picture.marks import BoxMark
from components.picture.scene import Scene
from components.picture.surroundings import GLYPH, GLYPH_LEFT, landscape_layout
from components.picture.theme import FONT, Mode

TEXT_LEFT = GLYPH_LEFT + GLYPH + 3.5  # from the left edge of a box
NAME, WHAT = 18.8, 14.6  # sizes of letters, in units of which a box is 140 wide
LINE = 1.3  # the height of a line that Plotly gives to its letters
Figure = dict[str, Any]


def landscape_figure(scene: Scene, mode: Mode) -> Figure:
    """The figure of a scene in a theme; `layout.meta` says what is lit and how everything is called."""
    look = look_of(scene, mode)
    return {
        "data": [
            *arrow_traces(scene, look),
            *tip_traces(scene, look, mode),
            *_stacks(scene.boxes, look),
            *_boxes(scene.boxes, look),
            *_letters(scene.boxes, look),
            *word_traces(scene, mode),
            *badge_traces(scene, look),
            *mark_traces(scene, look),
        ],
        "layout": landscape_layout(scene, mode),
    }


def _stacks(boxes: tuple[BoxMark, ...], look: Look) -> list[dict[str, Any]]:
    """A sheet behind each box that holds several services."""
    families = [box for box in boxes if box.holds]
    if not families:
        return []
    looks = [look.boxes[box.id] for box in families]
    sheet = {
        "type": "bar",
        "orientation": "h",
        "base": [box.x - box.width / 2 + STACK for box in families],
        "x": [box.width for box in families],
        "y": [box.y + STACK for box in families],
        "width": families[0].height,
        "hoverinfo": "skip",
        "meta": {"role": "stack", "ids": {"kind": "service", "of": [box.id for box in families]}},
        "marker": {
            "color": [one.fill for one in looks],
            "line": {"color": [one.border for one in looks], "width": [BORDER for _ in looks]},
            "cornerradius": 7,
        },
        "showlegend": False,
    }
    return [sheet]


def _boxes(boxes: tuple[BoxMark, ...], look: Look) -> list[dict[str, Any]]:
    """One trace of bars for each category."""
    traces = []
    for category in dict.fromkeys(box.category for box in boxes):
        members = [box for box in boxes if box.category == category]
        looks = [look.boxes[box.id] for box in members]
        traces.append(
            {
                "type": "bar",
                "orientation": "h",
                "base": [box.x - box.width / 2 for box in members],
                "x": [box.width for box in members],
                "y": [box.y for box in members],
                "width": members[0].height,
                "customdata": [[box.id, *box.holds] for box in members],
                "hovertext": [hover_text(box.hover) for box in members],
                "hoverinfo": "text",
                "meta": {"role": "service"},
                "marker": {
                    "color": [one.fill for one in looks],
                    "line": {"color": [one.border for one in looks], "width": [one.border_width for one in looks]},
                    "cornerradius": 7,
                },
                "showlegend": False,
            }
        )
    return traces


def _letters(boxes: tuple[BoxMark, ...], look: Look) -> list[dict[str, Any]]:
    """Names, and below them what the boxes are, right of the glyphs."""
    written = [(box, box.y + name_rise(box)) for box in boxes]
    second = [(box, y - (name_height(box) + what_height(box)) / 2) for box, y in written if box.what]
    texts = [_texts("name", written, [box.lines for box, _ in written], NAME, look, weight=600)]
    return [*texts, _texts("what", second, [box.what for box, _ in second], WHAT, look)] if second else texts


def name_height(box: BoxMark) -> float:
    """How high the lines of a name are."""
    return len(box.lines) * NAME * LINE


def what_height(box: BoxMark) -> float:
    """How high the lines below a name are."""
    return len(box.what) * WHAT * LINE


def name_rise(box: BoxMark) -> float:
    """How far above the middle of its box a name has its middle."""
    return what_height(box) / 2


def _texts(
    role: str,
    places: list[tuple[BoxMark, float]],
    lines: list[tuple[str, ...]],
    size: float,
    look: Look,
    *,
    weight: int = 400,
) -> dict[str, Any]:
    looks = [look.boxes[box.id] for box, _ in places]
    return {
        "type": "scatter",
        "mode": "text",
        "x": [box.x - box.width / 2 + TEXT_LEFT for box, _ in places],
        "y": [y for _, y in places],
        "text": ["<br>".join(plotly_text(line) for line in told) for told in lines],
        "textposition": "middle right",
        "textfont": {
            "family": FONT,
            "size": size,
            "weight": weight,
            "color": [one.ink if role == "name" else one.quiet_ink for one in looks],
        },
        "cliponaxis": False,
        "hoverinfo": "skip",
        "meta": {"role": role, "units": True, "ids": {"kind": "service", "of": [box.id for box, _ in places]}},
        "showlegend": False,
    }
