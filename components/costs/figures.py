"""The figures of the page of costs: totals over one input with the crossings, and the cheapest option over two."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from components.picture.theme import FONT, Mode, Palette, mixed, palette
from data.costs.answer import short
from data.costs.ground import Ground
from data.costs.turning import Crossing

STYLES = (("query", "solid"), ("change-stream", "dash"), ("cache", "dot"), ("zero-etl", "dashdot"))
Figure = dict[str, Any]
EDGE = 0.3  # share of the width in which the name of a field begins at its edge


class CurveData(NamedTuple):
    """What the curve shows: totals of each option at the points, the titles, where the cheapest changes, and now."""

    points: Sequence[Decimal]
    totals: Mapping[str, Sequence[Decimal | None]]
    titles: Mapping[str, str]
    crossings: Sequence[Crossing]
    now: Decimal
    name: str


def curve_figure(data: CurveData, mode: Mode) -> Figure:
    """The curve; `layout.meta` says what it shows."""
    colours = palette(mode)
    low, high = data.points[0], data.points[-1]
    inside = [crossing for crossing in data.crossings if low <= crossing.at <= high]
    lines = [
        {
            "type": "scatter",
            "mode": "lines",
            "x": [float(point) for point in data.points],
            "y": [None if total is None else float(total) for total in totals],
            "name": data.titles[option],
            "line": {"color": colours.line[STYLES[place][0]], "dash": STYLES[place][1], "width": 2.5},
            "hovertemplate": f"{data.titles[option]}: %{{y:,.2f}} USD<extra></extra>",
            "meta": {"role": "option", "id": option},
        }
        for place, (option, totals) in enumerate(data.totals.items())
    ]
    marks = {
        "type": "scatter",
        "mode": "markers",
        "x": [float(crossing.at) for crossing in inside],
        "y": [float(crossing.total) for crossing in inside],
        "marker": {"color": colours.accent, "size": 11, "line": {"color": colours.background, "width": 2}},
        "hoverinfo": "skip",
        "showlegend": False,
        "meta": {"role": "crossing"},
    }
    layout = _layout(mode, data.name, "USD a month")
    layout["annotations"] = [
        _figure(float(crossing.at), float(crossing.total), short(crossing.at), colours) for crossing in inside
    ]
    if low <= data.now <= high:
        layout["shapes"] = [_upright(float(data.now), colours.quiet_ink)]
        layout["annotations"].append(_note(float(data.now), f"now: {short(data.now)}", colours.quiet_ink))
    layout["meta"] = {
        "options": list(data.totals),
        "crossings": [{"at": float(c.at), "below": c.below, "above": c.above} for c in inside],
        "title": f"Cost over {data.name}",
    }
    layout["yaxis"]["range"] = [0, height_of(data, inside)]
    return {"data": [*lines, marks], "layout": layout}


def height_of(data: CurveData, inside: Sequence[Crossing]) -> float:
    """How high the axis goes: what matters now and at the crossings, and no more than twice that for a steep end."""
    at = min(range(len(data.points)), key=lambda place: abs(data.points[place] - data.now))
    known = [total for totals in data.totals.values() if (total := totals[at]) is not None]
    matters = max([Decimal(1), *known, *(crossing.total for crossing in inside)])
    top = max([total for totals in data.totals.values() for total in totals if total is not None], default=matters)
    return float(min(top, 2 * matters)) * 1.08


def ground_figure(ground: Ground, titles: Mapping[str, str], now: tuple[Decimal, Decimal], mode: Mode) -> Figure:
    """The map of the cheapest option: a field for each, named where it is, and the present point."""
    colours = palette(mode)
    order = list(titles)
    tones = [mixed(colours.line[STYLES[place][0]], colours.background, 0.35) for place in range(len(order))]
    steps = max(len(order), 1)
    cells = [[order.index(option) if option in order else None for option in row] for row in ground.cheapest]
    x, y = [float(value) for value in ground.columns], [float(value) for value in ground.rows]
    field = {
        "type": "heatmap",
        "x": x,
        "y": y,
        "z": cells,
        "zmin": -0.5,
        "zmax": steps - 0.5,
        "colorscale": [
            [edge, tone] for place, tone in enumerate(tones) for edge in (place / steps, (place + 1) / steps)
        ],
        "showscale": False,
        "hovertemplate": "%{x:,.4g} · %{y:,.4g}: %{text}<extra></extra>",
        "text": [[titles.get(option, "not known") for option in row] for row in ground.cheapest],
    }
    point = {
        "type": "scatter",
        "mode": "markers",
        "x": [float(now[0])],
        "y": [float(now[1])],
        "marker": {
            "color": colours.accent,
            "size": 12,
            "symbol": "x",
            "line": {"color": colours.background, "width": 1},
        },
        "hovertemplate": "now<extra></extra>",
        "showlegend": False,
    }
    layout = _layout(mode, f"{ground.across.title} ({ground.across.unit})", f"{ground.up.title} ({ground.up.unit})")
    layout["annotations"] = [
        _name(option, title, ground, now, colours.ink) for option, title in titles.items() if _cells(ground, option)
    ]
    layout["meta"] = {"cheapest": sorted({option for row in ground.cheapest for option in row if option})}
    layout["showlegend"] = False
    return {"data": [field, point], "layout": layout}


def _cells(ground: Ground, option: str) -> list[tuple[int, int]]:
    return [(x, y) for y, row in enumerate(ground.cheapest) for x, found in enumerate(row) if found == option]


def _name(option: str, title: str, ground: Ground, now: tuple[Decimal, Decimal], ink: str) -> dict[str, Any]:
    """The name of a field, at the cell of it that lies nearest to its middle; in a field at an edge it begins there,
    so that it covers no figures of the axis."""
    cells = _cells(ground, option)
    middle = (sum(x for x, _ in cells) / len(cells), sum(y for _, y in cells) / len(cells))
    x, y = min(cells, key=lambda cell: (cell[0] - middle[0]) ** 2 + (cell[1] - middle[1]) ** 2)
    row = [across for across, high in cells if high == y]
    middle_of_row = (row[0] + row[-1]) / 2 / max(len(ground.columns) - 1, 1)
    anchor, x = (
        ("left", row[0]) if middle_of_row < EDGE else ("right", row[-1]) if middle_of_row > 1 - EDGE else ("center", x)
    )
    near = min(range(len(ground.rows)), key=lambda row: abs(ground.rows[row] - now[1]))
    return {
        "x": float(ground.columns[x]),
        "y": float(ground.rows[y]),
        "text": title,
        "xanchor": anchor,
        "yshift": 22 if abs(near - y) <= 1 else 0,  # the mark of what holds now stands there
        "showarrow": False,
        "font": {"color": ink, "size": 13, "family": FONT},
    }


def _layout(mode: Mode, across: str, up: str) -> dict[str, Any]:
    colours = palette(mode)
    grid = mixed(colours.quiet_ink, colours.background, 0.25)
    axis = {"gridcolor": grid, "zerolinecolor": grid, "tickfont": {"color": colours.quiet_ink}, "tickformat": "~s"}
    return {
        "xaxis": {**axis, "title": {"text": across, "font": {"color": colours.ink, "size": 13}}},
        "yaxis": {**axis, "title": {"text": up, "font": {"color": colours.ink, "size": 13}}},
        "font": {"family": FONT, "color": colours.ink, "size": 13},
        "paper_bgcolor": colours.background,
        "plot_bgcolor": colours.background,
        "margin": {"l": 62, "r": 16, "t": 34, "b": 52},
        "height": 340,
        "legend": {"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0, "font": {"color": colours.ink}},
        "hovermode": "x unified",
        "hoverlabel": {"bgcolor": colours.lane, "font": {"color": colours.ink}},
        "dragmode": False,
    }


def _figure(x: float, y: float, text: str, colours: Palette) -> dict[str, Any]:
    """A figure above a point, readable over the lines that pass there."""
    return {
        "x": x,
        "y": y,
        "text": text,
        "xanchor": "left",
        "yanchor": "bottom",
        "xshift": 6,
        "yshift": 6,
        "showarrow": False,
        "borderpad": 1,
        "bgcolor": colours.background,
        "font": {"color": colours.ink, "size": 14, "family": FONT},
    }


def _upright(x: float, colour: str) -> dict[str, Any]:
    return {
        "type": "line",
        "x0": x,
        "x1": x,
        "yref": "paper",
        "y0": 0,
        "y1": 1,
        "line": {"color": colour, "dash": "dot", "width": 1.5},
    }


def _note(x: float, text: str, colour: str) -> dict[str, Any]:
    return {
        "x": x,
        "yref": "paper",
        "y": 0.02,
        "xanchor": "left",
        "yanchor": "bottom",
        "xshift": 4,
        "text": text,
        "showarrow": False,
        "font": {"color": colour, "size": 12},
    }
