"""How each box, line and step number looks: decided once, from scene and palette, for the screen and for every export.

A writer of a format takes these values as they are. Where its format knows no opacity, it takes `faded`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from components.picture.marks import ArrowMark, BoxMark
from components.picture.scene import Scene
from components.picture.theme import DASHES, Mode, Palette, mixed, palette

DIM_FILL, DIM_BORDER, DIM_INK, DIM_GLYPH = 0.5, 0.3, 0.55, 0.35  # shares that are left of what is not lit
STACK = 4.0  # how far the sheet behind the box of a family stands out, in units of which a box is 140 wide
THICKER = 0.8  # px; a line that carries several connections
DIM, QUIET = 0.22, 0.55  # opacities of lines that are not lit, and of those walked before
BORDER, SELECTED_BORDER, SELECTED_LINE = 1.6, 3.5, 3.2  # px
FEW, MANY = 16, 70  # lit lines


@dataclass(frozen=True, slots=True)
class BoxLook:
    """Colours as #rrggbb, the width of the border in px, the opacity of the glyph. `ink` is for the name, `quiet_ink`
    for what stands below it."""

    fill: str
    border: str
    border_width: float
    ink: str
    quiet_ink: str
    glyph_opacity: float


@dataclass(frozen=True, slots=True)
class LineLook:
    """A line of `width` px; `dash` has the lengths of dashes and gaps in px, none for a solid line; `head` is the
    length of its head in px, which is `open` where the line is a question rather than data. `faded` is the
    colour that the line has by its opacity on the background."""

    colour: str
    width: float
    dash: tuple[float, ...]
    opacity: float
    head: float
    open: bool
    faded: str


@dataclass(frozen=True, slots=True)
class BadgeLook:
    """The number of a step: a disc."""

    fill: str
    border: str
    ink: str
    border_width: float = 1.5


@dataclass(frozen=True, slots=True)
class MarkLook:
    """The word on the border of a box: a plate with letters."""

    fill: str
    ink: str


@dataclass(frozen=True)
class Look:
    """The look of everything in a scene, by id."""

    boxes: Mapping[str, BoxLook]
    marks: Mapping[str, MarkLook]
    lines: Mapping[str, LineLook]
    badges: Mapping[str, BadgeLook]


def look_of(scene: Scene, mode: Mode) -> Look:
    """The look of a scene in a theme."""
    colours = palette(mode)
    width, opacity = _lit_lines(scene)
    return Look(
        boxes={box.id: _box(box, colours) for box in scene.boxes},
        marks={box.id: _mark(box, colours) for box in scene.boxes if box.mark},
        lines={arrow.id: _line(arrow, colours, width, opacity) for arrow in scene.arrows},
        badges={arrow.id: _badge(arrow, colours) for arrow in scene.arrows if arrow.badge},
    )


def look_between(scene: Scene) -> Look:
    """The look where grounds and letters are left to the theme of whoever draws: tones between the two themes, which
    have contrast enough on white and on black."""
    light, dark = look_of(scene, "light"), look_of(scene, "dark")
    return Look(
        boxes={
            box.id: replace(light.boxes[box.id], border=_tone(light.boxes[box.id].border, dark.boxes[box.id].border))
            for box in scene.boxes
        },
        marks=light.marks,
        lines={
            arrow.id: replace(
                light.lines[arrow.id], colour=_tone(light.lines[arrow.id].colour, dark.lines[arrow.id].colour)
            )
            for arrow in scene.arrows
        },
        badges=light.badges,
    )


def mark_between(category: str) -> str:
    """The colour of a category between the two themes."""
    return _tone(palette("light").mark[category], palette("dark").mark[category])


def _tone(light: str, dark: str) -> str:
    return mixed(light, dark, 0.5)


def sample_of(kind: str, colours: Palette, *, asks: bool = False) -> LineLook:
    """The look of a kind of line in a legend."""
    return _as_line(kind, colours, colours.line[kind], 2.0, 1.0, asks=asks)


def _lit_lines(scene: Scene) -> tuple[float, float]:
    """Width and opacity of lit lines: they stand out where few are lit, and step back where all are."""
    lit = sum(arrow.lit for arrow in scene.arrows)
    if lit < len(scene.arrows) or lit <= FEW:
        return 2.0, 1.0
    return (1.6, 0.8) if lit <= MANY else (1.1, 0.5)


def _box(box: BoxMark, colours: Palette) -> BoxLook:
    fill, mark, ground = colours.fill[box.category], colours.mark[box.category], colours.background
    return BoxLook(
        fill=fill if box.lit else mixed(fill, ground, DIM_FILL),
        border=colours.accent if box.selected else mark if box.lit else mixed(mark, ground, DIM_BORDER),
        border_width=SELECTED_BORDER if box.selected else BORDER,
        ink=colours.ink if box.lit else mixed(colours.ink, ground, DIM_INK),
        quiet_ink=colours.quiet_ink if box.lit else mixed(colours.quiet_ink, ground, DIM_INK),
        glyph_opacity=1.0 if box.lit else DIM_GLYPH,
    )


def _mark(box: BoxMark, colours: Palette) -> MarkLook:
    return MarkLook(fill=colours.accent if box.lit else colours.ink, ink=colours.background)


def _line(arrow: ArrowMark, colours: Palette, width: float, opacity: float) -> LineLook:
    kind = arrow.kind if len(arrow.kinds) < 2 else None
    colour = colours.accent if arrow.selected else colours.line[kind] if kind else colours.quiet_ink
    if arrow.selected:
        return _as_line(kind, colours, colour, SELECTED_LINE, 1.0, asks=arrow.asks)
    strength = QUIET if arrow.quiet else opacity if arrow.lit else DIM
    width = (width if arrow.lit else 1.3) + (THICKER if arrow.carries else 0.0)
    return _as_line(kind, colours, colour, width, strength, asks=arrow.asks)


def _as_line(kind: str | None, colours: Palette, colour: str, width: float, opacity: float, *, asks: bool) -> LineLook:
    """A line of a kind; one for connections of several kinds has the dashes of none."""
    dash = DASHES[kind] if kind else "solid"
    return LineLook(
        colour=colour,
        width=width,
        dash=() if dash == "solid" else tuple(float(part.removesuffix("px")) for part in dash.split(",")),
        opacity=opacity,
        head=4.0 + 2.4 * width,
        open=asks,
        faded=mixed(colour, colours.background, opacity),
    )


def _badge(arrow: ArrowMark, colours: Palette) -> BadgeLook:
    filled = arrow.selected or arrow.quiet
    colour = colours.accent if arrow.selected else colours.quiet_ink
    if arrow.carries:
        ink = colours.quiet_ink if arrow.lit else mixed(colours.quiet_ink, colours.background, DIM_INK)
        return BadgeLook(colours.background, colours.background, ink)
    return BadgeLook(
        fill=colour if filled else colours.background,
        border=colour,
        ink=colours.background if filled else colours.ink,
    )
