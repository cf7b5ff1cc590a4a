"""The curve as an SVG picture for a document, drawn from the same data as the one on the page."""

from collections.abc import Sequence
from decimal import Decimal
from xml.sax.saxutils import escape, quoteattr

from components.costs.figures import STYLES, CurveData
from components.picture.theme import FONT, Mode, mixed, palette
from data.billing.bill import in_dollars
from data.costs.answer import short

WIDTH, HEIGHT = 900, 520
LEFT, RIGHT, TOP, BOTTOM = 90, 24, 92, 64
DASHES = {"solid": "", "dash": "9 6", "dot": "2 5", "dashdot": "9 5 2 5"}
TICKS = 5


def curve_svg(data: CurveData, mode: Mode, sentences: Sequence[str]) -> bytes:
    """The picture; `sentences` are its description."""
    colours = palette(mode)
    low, high = float(data.points[0]), float(data.points[-1])
    most = (
        max([1.0, *(float(total) for totals in data.totals.values() for total in totals if total is not None)]) * 1.05
    )

    def place(x: float, y: float) -> tuple[float, float]:
        across = LEFT + (x - low) / (high - low or 1) * (WIDTH - LEFT - RIGHT)
        return round(across, 1), round(HEIGHT - BOTTOM - y / most * (HEIGHT - TOP - BOTTOM), 1)

    def text(x: float, y: float, words: str, colour: str, more: str = "") -> str:
        style = f'fill="{colour}" font-family={quoteattr(FONT)} font-size="14" {more}'
        return f'<text x="{x}" y="{y}" {style}>{escape(words)}</text>'

    grid = mixed(colours.quiet_ink, colours.background, 0.25)
    parts = [f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{colours.background}"/>']
    parts.append(text(LEFT, 28, f"Cost over {data.name}", colours.ink, 'font-weight="bold"'))
    for tick in range(TICKS + 1):
        x, y = low + (high - low) * tick / TICKS, most * tick / TICKS
        left, up = place(x, 0)[0], place(low, y)[1]
        parts.append(f'<path d="M{LEFT} {up}H{WIDTH - RIGHT}" stroke="{grid}"/>')
        parts.append(
            text(LEFT - 8, up + 5, in_dollars(Decimal(str(round(y, 2)))), colours.quiet_ink, 'text-anchor="end"')
        )
        parts.append(
            text(left, HEIGHT - BOTTOM + 22, short(Decimal(str(x))), colours.quiet_ink, 'text-anchor="middle"')
        )
    parts.append(text((WIDTH + LEFT) / 2, HEIGHT - 14, data.name, colours.ink, 'text-anchor="middle"'))
    parts.append(text(LEFT - 8, TOP - 14, "USD a month", colours.ink, 'text-anchor="end"'))
    for number, (option, totals) in enumerate(data.totals.items()):
        kind, dash = STYLES[number]
        drawn = [place(float(x), float(y)) for x, y in zip(data.points, totals, strict=True) if y is not None]
        course = " ".join(f"{x},{y}" for x, y in drawn)
        style = f'stroke="{colours.line[kind]}" stroke-width="2.5" stroke-dasharray="{DASHES[dash]}"'
        parts.append(f'<polyline points="{course}" fill="none" {style}/>')
        at = LEFT + number * (WIDTH - LEFT - RIGHT) / 4
        parts.append(
            f'<path d="M{at} 52h28" fill="none" {style}/>' + text(at + 34, 57, data.titles[option], colours.ink)
        )
    for crossing in data.crossings:
        if low <= float(crossing.at) <= high:
            x, y = place(float(crossing.at), float(crossing.total))
            parts.append(f'<circle cx="{x}" cy="{y}" r="6" fill="{colours.accent}"/>')
            parts.append(text(x, y - 12, short(crossing.at), colours.ink, 'text-anchor="middle" font-weight="bold"'))
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}">'
    about = f"<title>{escape(f'Cost over {data.name}')}</title><desc>{escape(' '.join(sentences))}</desc>"
    return (head + about + "".join(parts) + "</svg>\n").encode()
