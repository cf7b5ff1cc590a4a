"""A PowerPoint deck: of a use case the whole picture, each step with its narration, what it costs, why it is so, what
may fail and where it is written; of a landscape one slide. All shapes can be edited."""

import re
from collections.abc import Iterable
from io import BytesIO
from math import ceil
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from pptx.dml.color import RGBColor
from pptx.slide import Slide
from pptx.util import Pt

from components.exports.letters import fitted
from components.exports.options import Options
from components.exports.record import ExportRecord, one_line
from components.exports.slide_box import LEAST_NAME, name_size
from components.exports.slide_key import draw_key, key_height
from components.exports.slide_picture import Area, draw_scene, scale_of
from components.exports.slide_template import CONTENT, EDGE, PICTURE, WIDTH, add_foot, new_deck
from components.exports.told import page_in_words, reasons_of
from components.exports.told_costs import HEADS, TITLE, told_costs
from components.exports.walk_scenes import all_lit, at_step
from components.picture.scene import Scene
from components.picture.theme import palette
from data.costs.summary import CostSummary
from data.records import UseCase

LINES = ((15.0, 1), (13.0, 2), (11.0, 2))  # sizes of what stands below the title, and in how many lines
BULLETS = (20.0, 18.0, 16.0, 14.0, 12.0)


def slides_file(record: ExportRecord, options: Options) -> bytes:
    """The deck. Called in the worker process."""
    deck = _Deck(record)
    if record.use_case:
        deck.title_slide(record.use_case)
        for number in range(1, len(record.walk) + 1):
            deck.step_slide(number)
        if record.costs:
            deck.cost_slide(record.costs)
        deck.reason_slides(record.use_case)
    else:
        deck.landscape_slide()
    return deck.file()


class _Deck:
    def __init__(self, record: ExportRecord) -> None:
        self._record = record
        self._colours = palette(record.mode)
        # Where names would be too small, the slides are larger.
        usual = scale_of(record.scene, Area(EDGE, 84, WIDTH - 2 * EDGE, 372))
        smallest = min((name_size(box) for box in record.scene.boxes), default=LEAST_NAME)
        self._scale = max(1.0, LEAST_NAME / (smallest * usual))
        self._deck = new_deck(self._colours, scale=self._scale, day=record.day)
        about = self._deck.core_properties
        about.title = one_line(record.use_case.title if record.use_case else record.title)[:255]
        about.subject = one_line(record.filters)[:255]
        about.comments = record.address[:255]

    def landscape_slide(self) -> None:
        """The whole view on one slide."""
        record = self._record
        slide = self._picture_slide(record.title, f"{one_line(record.filters)} {record.counts_in_words}.", record.scene)
        path = [f"{step.number}. {one_line(step.title)}" for step in record.walk]
        arrows = [one_line(arrow.hover) for arrow in record.scene.arrows if arrow.lit]
        self._notes(slide, [record.title, record.filters, *path, *arrows, record.address])

    def title_slide(self, use_case: UseCase) -> None:
        """The title, the problem, and the whole picture."""
        whole = all_lit(self._record.scene)
        slide = self._picture_slide(use_case.title, use_case.problem, whole)
        self._notes(
            slide,
            [use_case.problem, *(f"{step.number}. {step.title}" for step in self._record.walk), self._record.address],
        )

    def step_slide(self, number: int) -> None:
        """The picture with one step lit, one line of its narration, and all of it in the notes."""
        record = self._record
        step = record.walk[number - 1]
        arrow = next(arrow for arrow in record.scene.arrows if arrow.id == step.connection.id)
        kind = next(entry.name for entry in record.taxonomy.kinds if entry.id == arrow.kind)
        told = record.use_case.steps[number - 1] if record.use_case else None
        where = f"Step {number} of {len(record.walk)}: {one_line(arrow.name)} ({one_line(kind)})"
        slide = self._picture_slide(f"{number}. {step.title}", told.text if told else where, at_step(record, number))
        pages = [record.use_case.sources[key] for key in told.source] if told and record.use_case else []
        self._notes(slide, [where, told.text if told else step.title, arrow.hover, *map(page_in_words, pages)])

    def cost_slide(self, costs: CostSummary) -> None:
        """What each part costs a month, in a table that can be edited; where prices come from stands on the page."""
        slide = self._slide(PICTURE, TITLE)
        told = told_costs(costs)
        load = next(shape for shape in slide.placeholders if shape.placeholder_format.idx == 13)
        self._fill(load, told.load, 14.0)
        cells = (HEADS, *told.rows, told.total)
        s = self._scale
        height = min(26.0, 400.0 / len(cells)) * s
        place = (Pt(EDGE * s), Pt(96 * s), Pt((WIDTH - 2 * EDGE) * s), Pt(height * len(cells)))
        table = slide.shapes.add_table(len(cells), 3, *place).table
        for number, row in enumerate(cells):
            for column, text in enumerate(row):
                cell = table.cell(number, column)
                cell.text = text
                cell.margin_top = cell.margin_bottom = Pt(2)
                cell.fill.solid()
                colour = self._colours.quiet_ink if number == 0 else self._colours.lane
                cell.fill.fore_color.rgb = RGBColor.from_string(colour[1:])
                letters = cell.text_frame.paragraphs[0].runs[0].font
                letters.size, letters.bold = Pt(min(14.0 * s, height * 0.55)), number in {0, len(cells) - 1}
                ink = self._colours.background if number == 0 else self._colours.ink
                letters.color.rgb = RGBColor.from_string(ink[1:])
        self._notes(slide, [*told.notes, self._record.address])

    def reason_slides(self, use_case: UseCase) -> None:
        """Why these services, what it costs, what may fail, what else would do, and where it is written."""
        for section in reasons_of(self._record, use_case):
            self._text_slides(section.title, [entry.line for entry in section.entries])
        self._text_slides("Sources", [page_in_words(page) for page in use_case.sources.values()])

    def file(self) -> bytes:
        written, file = BytesIO(), BytesIO()
        self._deck.save(written)
        # A ZIP bears the time of its making; without it, the same deck is the same file.
        with ZipFile(written) as made, ZipFile(file, "w", ZIP_DEFLATED) as kept:
            for part in made.infolist():
                kept.writestr(ZipInfo(part.filename), made.read(part), ZIP_DEFLATED)
        return file.getvalue()

    def _picture_slide(self, title: str, below: str, scene: Scene) -> Slide:
        """Title, one line, the picture and its legend."""
        slide = self._slide(PICTURE, title)
        line = next(shape for shape in slide.placeholders if shape.placeholder_format.idx == 13)
        wide = (WIDTH - 2 * EDGE) * self._scale
        fits = ((size, most) for size, most in LINES if len(fitted(one_line(below), wide, size)) <= most)
        size, most = next(fits, LINES[-1])
        self._fill(line, _first_lines(one_line(below), wide, size, most), size)
        s = self._scale
        high = key_height(self._record, wide)
        draw_scene(slide, scene, self._record.mode, Area(EDGE * s, 86 * s, wide, 420 * s - high))
        draw_key(slide, self._record, self._colours, Area(EDGE * s, 508 * s - high, wide, high))
        return slide

    def _text_slides(self, title: str, texts: list[str]) -> None:
        """Points as the bullets of the layout, on as many slides as they need."""
        wide, high = (WIDTH - 2 * EDGE) * self._scale - 30, 396 * self._scale
        pages = _pages(texts, wide, high)
        for number, (size, page) in enumerate(pages, start=1):
            slide = self._slide(CONTENT, title if len(pages) == 1 else f"{title}, {number} of {len(pages)}")
            body = next(shape for shape in slide.placeholders if shape.placeholder_format.idx == 1)
            frame = body.text_frame
            for place, text in enumerate(page):
                paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
                for part in re.split(r"(https://[^\s,]+)", text):
                    run = paragraph.add_run()
                    run.text = part
                    run.font.size = Pt(size)
                    if part.startswith("https://"):
                        run.hyperlink.address = part
            self._notes(slide, [self._record.address])

    def _slide(self, layout: int, title: str) -> Slide:
        slide = self._deck.slides.add_slide(self._deck.slide_layouts[layout])
        wide = (WIDTH - 2 * EDGE) * self._scale - 10
        size = next(
            (s for s in (28.0, 24.0, 20.0, 17.0) if len(fitted(one_line(title), wide, s, bold=True)) == 1), 15.0
        )
        self._fill(slide.shapes.title, one_line(title), size)
        add_foot(slide, f"AWS Data Landscape, {self._record.date_in_words}. {self._record.address}")
        return slide

    def _fill(self, shape: Any, text: str, size: float) -> None:
        run = shape.text_frame.paragraphs[0].add_run()
        run.text = text
        run.font.size = Pt(size)

    def _notes(self, slide: Slide, lines: Iterable[str]) -> None:
        slide.notes_slide.notes_text_frame.text = "\n".join(one_line(line) for line in lines)


def _first_lines(text: str, wide: float, size: float, most: int) -> str:
    """As much of a text as fits into so many lines; the whole of it stands in the notes."""
    lines = fitted(text, wide, size)
    return " ".join(lines) if len(lines) <= most else " ".join(lines[:most]).rstrip(" ,;.") + " …"


def _pages(texts: list[str], wide: float, high: float) -> list[tuple[float, list[str]]]:
    """Texts in pages with the size, in points, of each page: the largest at which all fit one, or else the smallest."""

    def height(text: str, size: float) -> float:
        return (len(fitted(text, wide, size)) * 1.25 + 0.5) * size

    for size in BULLETS:
        if sum(height(text, size) for text in texts) <= high:
            return [(size, texts)]
    # As many pages as are needed, about equally full.
    heights = [height(text, BULLETS[-1]) for text in texts]
    count = ceil(sum(heights) / high)
    while True:
        pages, full = [[]], 0.0  # type: tuple[list[list[str]], float]
        for text, tall in zip(texts, heights, strict=True):
            if pages[-1] and (full + tall > high or (full + tall / 2 > sum(heights) / count and len(pages) < count)):
                pages.append([])
                full = 0.0
            pages[-1].append(text)
            full += tall
        if len(pages) <= count:
            return [(BULLETS[-1], page) for page in pages]
        count += 1
