"""The colours: text can be read on every ground, lines can be seen, and no sign is a colour alone."""

import pytest

from components.picture.theme import DASHES, GLYPHS, Mode, glyph_uri, mixed, palette
from data.records import Catalog

MODES: tuple[Mode, ...] = ("light", "dark")


def _luminance(colour: str) -> float:
    shares = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours by WCAG, from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("mode", MODES)
def test_text_can_be_read_on_every_box_and_lane(mode: Mode) -> None:
    colours = palette(mode)
    for category, fill in colours.fill.items():
        assert contrast(colours.ink, fill) >= 4.5, category
    for ground in (colours.background, colours.lane):
        assert contrast(colours.ink, ground) >= 4.5
        assert contrast(colours.quiet_ink, ground) >= 4.5


@pytest.mark.parametrize("mode", MODES)
def test_lines_borders_and_the_accent_can_be_seen(mode: Mode) -> None:
    colours = palette(mode)
    for ground in (colours.background, colours.lane):
        for kind, line in colours.line.items():
            assert contrast(line, ground) >= 3, kind
        for category, mark in colours.mark.items():
            assert contrast(mark, ground) >= 3, category
        assert contrast(colours.accent, ground) >= 3


@pytest.mark.parametrize("mode", MODES)
def test_the_numbers_of_steps_can_be_read(mode: Mode) -> None:
    colours = palette(mode)
    assert contrast(colours.background, colours.accent) >= 4.5
    assert contrast(colours.background, colours.quiet_ink) >= 4.5


def test_the_contrast_of_black_and_white_is_the_greatest() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("mode", MODES)
def test_every_category_and_kind_has_its_colour_glyph_and_dashes(catalog: Catalog, mode: Mode) -> None:
    categories, kinds = (
        {entry.id for entry in entries} for entries in (catalog.taxonomy.categories, catalog.taxonomy.kinds)
    )
    colours = palette(mode)
    assert set(colours.mark) == set(colours.fill) == categories
    assert set(colours.line) == set(DASHES) == kinds
    for category in categories:
        assert (GLYPHS / f"{category}.svg").exists()
        assert glyph_uri(category, mode).startswith("data:image/svg+xml;base64,")


def test_colour_is_never_the_only_sign(catalog: Catalog) -> None:
    assert len(set(DASHES.values())) == len(DASHES)
    glyphs = [(GLYPHS / f"{entry.id}.svg").read_text("utf-8") for entry in catalog.taxonomy.categories]
    assert len(set(glyphs)) == len(glyphs)


def test_colours_mix_by_their_share() -> None:
    assert mixed("#000000", "#ffffff", 1) == "#000000"
    assert mixed("#000000", "#ffffff", 0) == "#ffffff"
    assert mixed("#ff0000", "#0000ff", 0.5) == "#800080"
