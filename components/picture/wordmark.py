"""The product's name as it stands in the header of every page."""

from functools import cache

from components.picture.theme import FONT, Mode, glyph_uri, palette

NAME = "AWS Data Landscape"
WIDTH, HEIGHT = 190, 24


@cache
def wordmark(mode: Mode) -> str:
    """Glyph and name as an SVG of `WIDTH` by `HEIGHT` px."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}">'
        f'<image href="{glyph_uri("relational", mode)}" width="{HEIGHT}" height="{HEIGHT}"/>'
        f'<text x="{HEIGHT + 8}" y="17" textLength="{WIDTH - HEIGHT - 8}" font-family="{FONT}" font-size="14"'
        f' font-weight="600" fill="{palette(mode).ink}">{NAME}</text></svg>'
    )
