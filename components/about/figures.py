"""The two charts of the page "About the data", as Plotly figures of plain lists: the age of texts by service, and
services by Region."""

from collections.abc import Mapping, Sequence
from typing import Any

from components.picture.theme import FONT, Mode, fading, palette
from data.loading.region_table import RegionTable
from data.tools.coverage import AGES

PATTERNS = ("", "/", "x", ".")
ROW = 22


def ages_figure(ages: Mapping[str, Mapping[str, int]], mode: Mode) -> dict[str, Any]:
    """Stacked bars, one a service (name to statements by age class), the first service on top; each age has its own
    tone and pattern."""
    colours, tones = palette(mode), fading(mode, len(AGES))
    names = list(ages)
    traces = [
        {
            "type": "bar",
            "orientation": "h",
            "name": age,
            "y": names,
            "x": [ages[name][age] for name in names],
            "marker": {
                "color": tone,
                "line": {"color": colours.quiet_ink, "width": 0.5},
                "pattern": {
                    "shape": pattern,
                    "fillmode": "overlay",
                    "fgcolor": colours.ink,
                    "size": 6,
                    "solidity": 0.2,
                },
            },
            "hovertemplate": f"%{{y}}: %{{x}} statements, text {age}<extra></extra>",
        }
        for age, tone, pattern in zip(AGES, tones, PATTERNS, strict=True)
    ]
    layout = {
        **_layout(mode, height=len(names) * 30 + 90),
        "barmode": "stack",
        "bargap": 0.3,
        "yaxis": {"autorange": "reversed", "ticksuffix": " ", "automargin": True, "fixedrange": True},
        "xaxis": {
            "title": {"text": "statements that name a page"},
            "gridcolor": colours.lane,
            "zerolinecolor": colours.lane,
            "fixedrange": True,
        },
        "legend": {
            "orientation": "h",
            "y": 1.02,
            "yanchor": "bottom",
            "x": 0,
            "xanchor": "left",
            "traceorder": "normal",
        },
    }
    return {"data": traces, "layout": layout}


def regions_figure(table: RegionTable, services: Sequence[tuple[str, str]], mode: Mode) -> dict[str, Any]:
    """A heat map: `services` (id, name) from top to bottom, Regions from left to right; a filled cell with a dot is
    an endpoint."""
    colours = palette(mode)
    codes = [region.code for region in table.regions]
    answers = [[(service, code) in table.offered for code in codes] for service, _ in services]
    names = {region.code: region.name for region in table.regions}
    trace = {
        "type": "heatmap",
        "x": codes,
        "y": [name for _, name in services],
        "z": [[int(answer) for answer in row] for row in answers],
        "zmin": 0,
        "zmax": 1,
        "colorscale": [[0, colours.lane], [1, fading(mode, 2)[0]]],
        "showscale": False,
        "xgap": 2,
        "ygap": 2,
        "text": [
            [
                f"{name} {'is listed' if answer else 'is not listed'} in {names[code]}"
                for code, answer in zip(codes, row, strict=True)
            ]
            for (_, name), row in zip(services, answers, strict=True)
        ],
        "hovertemplate": "%{text} (%{x})<extra></extra>",
    }
    layout = {
        **_layout(mode, height=len(services) * ROW + 130),
        "xaxis": {"side": "top", "tickangle": -60, "fixedrange": True, "showgrid": False, "automargin": True},
        "yaxis": {
            "autorange": "reversed",
            "fixedrange": True,
            "showgrid": False,
            "tickmode": "array",
            "tickvals": [n for _, n in services],
            "automargin": True,
        },
    }
    return {"data": [trace], "layout": layout}


def _layout(mode: Mode, height: int) -> dict[str, Any]:
    colours = palette(mode)
    return {
        "height": height,
        "margin": {"l": 8, "r": 8, "t": 40, "b": 40},
        "paper_bgcolor": colours.background,
        "plot_bgcolor": colours.background,
        "font": {"family": FONT, "color": colours.ink, "size": 13},
        "hoverlabel": {
            "bgcolor": colours.background,
            "bordercolor": colours.quiet_ink,
            "font": {"color": colours.ink, "family": FONT},
        },
    }
