"""The drawing of the decision tree as a Plotly figure, for `plotly_graph`: every box can be clicked and has its id as
`customdata`."""

from textwrap import wrap
from typing import Any

from components.choose.tree import TreeBox, TreeScene
from components.picture.theme import FONT, Mode, Palette, palette

WIDTH = 1150.0  # of the drawing, in units of about one px on a desktop; the height follows from its shape
LINE = 16.0
GAP = 8.0  # between two boxes in a column
BOX_SHARE = 0.86  # of a column
LETTER = 6.6  # width of one, about
LEAST_COLUMNS = 3
LEAST_COLUMN_WIDTH, LEAST_WIDTH = 190, 750  # px; a narrower tree has letters that nobody can read
POINTS = 14  # of a curve


def tree_height(scene: TreeScene) -> int:
    """How high the picture may be, in px."""
    return int(_rows(scene) * _row(scene) * 1.2)


def _rows(scene: TreeScene) -> int:
    return max(scene.rows, 5)


def _row(scene: TreeScene) -> float:
    """The height of a row: of its box, as high as the longest text wants, and the gap."""
    lines = max(_text(box, _letters(scene)).count("<br>") + 1 for box in scene.boxes)
    return max(lines, 3) * LINE + GAP + GAP


def _letters(scene: TreeScene) -> int:
    """How many letters a line of a box takes."""
    return int(_column(scene) * BOX_SHARE / LETTER)


def _column(scene: TreeScene) -> float:
    return WIDTH / max(scene.columns, LEAST_COLUMNS)


def tree_figure(scene: TreeScene, mode: Mode, services: tuple[str, ...] = ()) -> dict[str, Any]:
    """The figure of a tree in a theme; `services` are those recommended, for `layout.meta`."""
    colours = palette(mode)
    column, row = _column(scene), _row(scene)
    middle = (scene.rows - _rows(scene)) / 2
    reached = max((box for box in scene.boxes if box.taken), key=lambda box: box.column).id
    axis = {"visible": False, "fixedrange": True}
    return {
        "data": [
            _lines(scene, colours, taken=False),
            _lines(scene, colours, taken=True),
            *(_boxes(boxes, scene, colours) for boxes in _split(scene.boxes) if boxes),
        ],
        "layout": {
            "meta": {
                "services": list(services),
                "connections": [],
                "selected": reached,
                "stands_out": [after for before, after in scene.lines if before == reached] or [reached],
                "title": scene.title,
                "names": {box.id: ("Taken: " if box.taken else "") + box.name for box in scene.boxes},
                "list_name": "Answers, and what follows them",
                "min_width": max(scene.columns * LEAST_COLUMN_WIDTH, LEAST_WIDTH),
            },
            "uirevision": scene.title,
            "barmode": "overlay",
            "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "font": {"family": FONT, "color": colours.ink},
            "showlegend": False,
            "uniformtext": {"mode": "show", "minsize": 8},
            "hoverlabel": {
                "bgcolor": colours.background,
                "bordercolor": colours.quiet_ink,
                "font": {"family": FONT, "size": 14, "color": colours.ink},
            },
            "xaxis": axis | {"range": [-4, WIDTH - column * (1 - BOX_SHARE) + 4]},
            "yaxis": axis | {"range": [(0.5 - _rows(scene) - middle) * row, (0.5 - middle) * row]},
        },
    }


def _split(boxes: tuple[TreeBox, ...]) -> tuple[list[TreeBox], list[TreeBox]]:
    return [box for box in boxes if not box.taken], [box for box in boxes if box.taken]


def _boxes(boxes: list[TreeBox], scene: TreeScene, colours: Palette) -> dict[str, Any]:
    column, row = _column(scene), _row(scene)
    return {
        "type": "bar",
        "orientation": "h",
        "base": [box.column * column for box in boxes],
        "x": [column * BOX_SHARE] * len(boxes),
        "y": [-box.row * row for box in boxes],
        "width": [row - GAP] * len(boxes),
        "customdata": [[box.id] for box in boxes],
        "text": [_text(box, _letters(scene)) for box in boxes],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "insidetextfont": {"family": FONT, "size": 13, "color": colours.ink},
        "hovertext": ["<br>".join(wrap(box.name, 50)) for box in boxes],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "meta": {"role": "service"},
        "marker": {
            "color": [colours.fill[box.category] if box.category else colours.lane for box in boxes],
            "line": {
                "color": [
                    colours.accent if box.taken else colours.mark[box.category] if box.category else colours.quiet_ink
                    for box in boxes
                ],
                "width": [3 if box.taken else 1.5 if box.category else 0.8 for box in boxes],
            },
            "cornerradius": 7,
        },
        "showlegend": False,
    }


def _text(box: TreeBox, letters: int) -> str:
    tick = "✓ " if box.taken and box.answer else ""
    answer = [f"<b>{tick}{line}</b>" for line in wrap(box.answer, letters)]
    return "<br>".join([*answer, *wrap(box.then, letters)])


def _lines(scene: TreeScene, colours: Palette, *, taken: bool) -> dict[str, Any]:
    """All lines of a kind as one trace, curved from the right of a box to the left of the next."""
    boxes = {box.id: box for box in scene.boxes}
    column, row = _column(scene), _row(scene)
    xs: list[float | None] = []
    ys: list[float | None] = []
    for before, after in ((boxes[a], boxes[b]) for a, b in scene.lines if boxes[b].taken == taken):
        start, end = (before.column + BOX_SHARE) * column, after.column * column
        for step in range(POINTS + 1):
            share = step / POINTS
            eased = share * share * (3 - 2 * share)
            xs.append(start + (end - start) * share)
            ys.append(-(before.row + (after.row - before.row) * eased) * row)
        xs.append(None)
        ys.append(None)
    return {
        "type": "scatter",
        "mode": "lines",
        "x": xs,
        "y": ys,
        "line": {"color": colours.accent if taken else colours.quiet_ink, "width": 3 if taken else 1},
        "hoverinfo": "skip",
        "showlegend": False,
        "meta": {"role": "scenery"},
    }
