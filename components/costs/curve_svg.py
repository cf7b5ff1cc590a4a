"""The curve as an SVG picture for a document, drawn from the same data as the one on the page."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import ceil, floor, log10
from xml.sax.saxutils import escape, quoteattr

from components.costs.figures import STYLES, CurveData, height_of
from components.exports.letters import FAMILIES
from components.picture.theme import Mode, mixed, palette
from data.costs.answer import short

WIDTH, HEIGHT = 900, 540
LEFT, RIGHT, TOP, BOTTOM = 90, 24, 128, 64
DASHES = {"solid": "", "dash": "9 6", "dot": "2 5", "dashdot": "9 5 2 5"}
TICKS = 5
LETTER = 6.8  # px, the width of one in a legend
Point = tuple[float, float]


def curve_svg(data: CurveData, mode: Mode, sentences: Sequence[str]) -> bytes:
    """The picture; `sentences` are its description."""
    colours = palette(mode)
    low, high = float(data.points[0]), float(data.points[-1])
    inside = [crossing for crossing in data.crossings if low <= float(crossing.at) <= high]
    most = height_of(data, inside)

    def place(x: float, y: float) -> Point:
        across = LEFT + (x - low) / (high - low or 1) * (WIDTH - LEFT - RIGHT)
        return round(across, 1), round(HEIGHT - BOTTOM - y / most * (HEIGHT - TOP - BOTTOM), 1)

    def text(at: Point, words: str, colour: str, more: str = "", weight: int = 400) -> str:
        style = f'fill="{colour}" font-family={quoteattr(FAMILIES)} font-size="14" font-weight="{weight}" {more}'
        return f'<text x="{at[0]}" y="{at[1]}" {style}>{escape(words)}</text>'

    grid = mixed(colours.quiet_ink, colours.background, 0.25)
    parts = [f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{colours.background}"/>']
    parts.append(text((24, 28), f"Cost over {data.name}", colours.ink, weight=600))
    for y in _ticks(0, most):
        up = place(low, y)[1]
        parts.append(f'<path d="M{LEFT} {up}H{WIDTH - RIGHT}" stroke="{grid}"/>')
        parts.append(text((LEFT - 8, up + 5), f"{y:,g}", colours.quiet_ink, 'text-anchor="end"'))
    for x in _ticks(low, high):
        left = place(x, 0)[0]
        parts.append(text((left, HEIGHT - BOTTOM + 22), f"{x:,g}", colours.quiet_ink, 'text-anchor="middle"'))
    parts.append(text(((WIDTH + LEFT) / 2, HEIGHT - 14), data.name, colours.ink, 'text-anchor="middle"'))
    parts.append(text((24, TOP - 16), "USD a month", colours.ink))
    at, row = 24.0, 56
    for number, (option, totals) in enumerate(data.totals.items()):
        kind, dash = STYLES[number]
        style = f'stroke="{colours.line[kind]}" stroke-width="2.5" stroke-dasharray="{DASHES[dash]}"'
        known = [(float(x), float(y)) for x, y in zip(data.points, totals, strict=True) if y is not None]
        for course in _below(known, most):
            points = " ".join(f"{x},{y}" for x, y in (place(*point) for point in course))
            parts.append(f'<polyline points="{points}" fill="none" {style}/>')
        wide = 60 + LETTER * len(data.titles[option])
        if at + wide > WIDTH - RIGHT:
            at, row = 24.0, row + 24
        parts.append(
            f'<path d="M{at} {row - 5}h28" fill="none" {style}/>'
            + text((at + 34, row), data.titles[option], colours.ink)
        )
        at += wide
    for crossing in inside:
        x, y = place(float(crossing.at), float(crossing.total))
        parts.append(f'<circle cx="{x}" cy="{y}" r="6" fill="{colours.accent}"/>')
        parts.append(text((x, y - 12), short(crossing.at), colours.ink, 'text-anchor="middle"', 600))
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}">'
    about = f"<title>{escape(f'Cost over {data.name}')}</title><desc>{escape(' '.join(sentences))}</desc>"
    return (head + about + "".join(parts) + "</svg>\n").encode()


def _ticks(low: float, high: float) -> list[float]:
    """Round numbers between two, about as many as `TICKS`."""
    rough = (high - low) / TICKS or 1
    size = 10 ** floor(log10(rough))
    step = next(step * size for step in (1, 2, 2.5, 5, 10) if step * size >= rough)
    return [round(number * step, 6) for number in range(ceil(low / step), floor(high / step + 1e-9) + 1)]


def _below(points: Sequence[Point], most: float) -> Iterator[list[Point]]:
    """The parts of a course that are not above `most`, cut where they cross it."""
    course: list[Point] = [points[0]] if points and points[0][1] <= most else []
    for (x0, y0), (x1, y1) in pairwise(points):
        if (y0 > most) != (y1 > most):
            course.append((x0 + (x1 - x0) * (most - y0) / (y1 - y0), most))
        if y1 <= most:
            course.append((x1, y1))
        elif course:
            yield course
            course = []
    if course:
        yield course
