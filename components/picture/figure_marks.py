"""The words on boxes that say what becomes of them, as traces of a figure: plates, and letters on them."""

from typing import Any

from components.picture.figure_text import plotly_text
from components.picture.look import Look
from components.picture.on_boxes import MARK, plate_on
from components.picture.scene import Scene
from components.picture.theme import FONT


def mark_traces(scene: Scene, look: Look) -> list[dict[str, Any]]:
    """Nothing where no box has a mark."""
    marked = [box for box in scene.boxes if box.mark]
    if not marked:
        return []
    looks, plates = [look.marks[box.id] for box in marked], [plate_on(box) for box in marked]
    ids = {"kind": "service", "of": [box.id for box in marked]}
    return [
        {
            "type": "bar",
            "orientation": "h",
            "base": [plate.at[0] - plate.width / 2 for plate in plates],
            "x": [plate.width for plate in plates],
            "y": [plate.at[1] for plate in plates],
            "width": plates[0].height,
            "marker": {"color": [one.fill for one in looks], "line": {"width": 0}, "cornerradius": 5},
            "hoverinfo": "skip",
            "meta": {"role": "plate", "ids": ids},
            "showlegend": False,
        },
        {
            "type": "scatter",
            "mode": "text",
            "x": [plate.at[0] for plate in plates],
            "y": [plate.at[1] for plate in plates],
            "text": [plotly_text(box.mark) for box in marked],
            "textposition": "middle center",
            "textfont": {"family": FONT, "size": MARK, "weight": 600, "color": [one.ink for one in looks]},
            "cliponaxis": False,
            "hoverinfo": "skip",
            "meta": {"role": "mark", "units": True, "ids": ids},
            "showlegend": False,
        },
    ]
