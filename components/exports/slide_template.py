"""The project's own template: 16 to 9, with layouts whose placeholders fit it, the colours of a theme, and nothing of
whoever made the library's."""

from datetime import date, datetime
from typing import Any

from pptx import Presentation
from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.util import Pt

from components.picture.theme import Palette

WIDTH, HEIGHT, EDGE = 960.0, 540.0, 36.0  # points
TITLE, CONTENT, PICTURE = 0, 1, 2  # The layouts that are kept, in their order.
_KEPT = {0: "Title slide", 1: "Title and Content", 5: "Picture"}
FONT = "Arial"  # There on every machine, so that names fit their boxes on all of them.
_BODY = (
    '<p:sp xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<p:nvSpPr><p:cNvPr id="20" name="Line below the title"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
    '<p:nvPr><p:ph type="body" sz="quarter" idx="13"/></p:nvPr></p:nvSpPr><p:spPr/>'
    '<p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"><a:normAutofit/></a:bodyPr>'
    '<a:lstStyle><a:lvl1pPr marL="0" indent="0"><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>'
    '<a:defRPr sz="1400"><a:solidFill><a:schemeClr val="tx2"/></a:solidFill></a:defRPr></a:lvl1pPr></a:lstStyle>'
    "<a:p><a:r><a:rPr/><a:t>One line that says what is shown</a:t></a:r></a:p></p:txBody></p:sp>"
)


def new_deck(colours: Palette, *, scale: float, day: date) -> Deck:
    """An empty deck, `scale` times as large as usual (one name for a place: slides keep 16 to 9)."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(WIDTH * scale), Pt(HEIGHT * scale)
    _keep_layouts(deck)
    _paint_theme(deck, colours)
    for sheet in (deck.slide_master, *deck.slide_layouts):
        _place(sheet, scale)
    _add_line_below_the_title(deck, scale)
    _clean(deck, day)
    return deck


def _keep_layouts(deck: Deck) -> None:
    for number, layout in reversed(list(enumerate(deck.slide_layouts))):
        if number in _KEPT:
            layout.name = _KEPT[number]
        else:
            deck.slide_layouts.remove(layout)


def _place(sheet: Any, scale: float) -> None:
    """Put every placeholder of a master or a layout where it fits the page."""
    wide = WIDTH - 2 * EDGE
    places = {
        "title": (EDGE, 18, wide, 40),
        "ctrTitle": (EDGE, 150, wide, 90),
        "subTitle": (EDGE, 250, wide, 120),
        "body": (EDGE, 96, wide, 396),
        "obj": (EDGE, 96, wide, 396),
        "dt": (EDGE, 510, 120, 20),
        "ftr": (EDGE, 510, wide - 70, 20),
        "sldNum": (WIDTH - EDGE - 60, 510, 60, 20),
    }
    for shape in list(sheet.placeholders):
        kind = shape._element.xpath(".//p:ph")[0].get("type", "obj")
        if kind == "dt":
            shape._element.getparent().remove(shape._element)
        elif kind in places:
            left, top, width, height = places[kind]
            shape.left, shape.top = Pt(left * scale), Pt(top * scale)
            shape.width, shape.height = Pt(width * scale), Pt(height * scale)
            if kind in {"ftr", "sldNum", "title"}:
                inside = shape._element.txBody.find(qn("a:bodyPr"))
                for side in ("lIns", "rIns", "tIns", "bIns"):
                    inside.set(side, "0")
                for style in shape._element.xpath(".//a:lvl1pPr"):
                    style.set("algn", "r" if kind == "sldNum" else "l")


def _add_line_below_the_title(deck: Deck, scale: float) -> None:
    layout = deck.slide_layouts[PICTURE]
    layout.shapes._spTree.append(parse_xml(_BODY))
    line = next(shape for shape in layout.placeholders if shape.placeholder_format.idx == 13)
    line.left, line.top = Pt(EDGE * scale), Pt(58 * scale)
    line.width, line.height = Pt((WIDTH - 2 * EDGE) * scale), Pt(30 * scale)


def _paint_theme(deck: Deck, colours: Palette) -> None:
    """Letters, ground and accents of the theme, so that what is added by hand looks like the rest."""
    marks = list(colours.mark.values())
    wanted = dict(
        zip(
            ("dk1", "lt1", "dk2", "lt2", *(f"accent{number}" for number in range(1, 7)), "hlink", "folHlink"),
            (
                colours.ink,
                colours.background,
                colours.quiet_ink,
                colours.lane,
                *marks[1:7],
                colours.accent,
                colours.quiet_ink,
            ),
            strict=True,
        )
    )
    part = next(rel.target_part for rel in deck.slide_master.part.rels.values() if rel.reltype.endswith("/theme"))
    theme = parse_xml(part.blob)
    theme.set("name", "AWS Data Landscape")
    for name, colour in wanted.items():
        entry = theme.find(f".//{qn(f'a:{name}')}")
        for old in list(entry):
            entry.remove(old)
        entry.append(entry.makeelement(qn("a:srgbClr"), {"val": colour[1:].upper()}))
    for latin in theme.findall(f".//{qn('a:fontScheme')}//{qn('a:latin')}"):
        latin.set("typeface", FONT)
    part._blob = serialize_part_xml(theme)
    title = deck.slide_master._element.find(f".//{qn('p:titleStyle')}/{qn('a:lvl1pPr')}")
    title.set("algn", "l")
    title.find(qn("a:defRPr")).set("sz", "2800")
    title.find(qn("a:defRPr")).set("b", "1")
    for level, size in enumerate((1800, 1600, 1400, 1200, 1200), start=1):
        deck.slide_master._element.find(f".//{qn('p:bodyStyle')}/{qn(f'a:lvl{level}pPr')}/{qn('a:defRPr')}").set(
            "sz", str(size)
        )


def _clean(deck: Deck, day: date) -> None:
    """Nothing of a stranger: no thumbnail, no printer, no other name or date than our own."""
    package = deck.part.package
    for owner in (package, deck.part):
        for key, rel in list(owner._rels.items() if owner is package else owner.rels.items()):
            if rel.reltype.endswith(("/thumbnail", "/printerSettings")):
                (owner._rels if owner is package else owner.rels).pop(key)
    about = deck.core_properties
    about.author = about.last_modified_by = "AWS Data Landscape"
    about.created = about.modified = datetime(day.year, day.month, day.day)
    about.revision = 1
    about.title = about.subject = about.comments = about.keywords = about.category = ""


def add_foot(slide: Any, text: str) -> None:
    """Footer and slide number, as placeholders of the layout."""
    for placeholder in slide.slide_layout.placeholders:
        kind = placeholder._element.xpath(".//p:ph")[0].get("type")
        if kind not in {"ftr", "sldNum"}:
            continue
        copy = parse_xml(serialize_part_xml(placeholder._element))
        copy.xpath(".//p:cNvPr")[0].set(
            "id", str(max(int(i) for i in slide.shapes._spTree.xpath(".//@id") if i.isdigit()) + 1)
        )
        slide.shapes._spTree.append(copy)
        if kind == "ftr":
            next(s for s in slide.placeholders if s._element is copy).text_frame.text = text
