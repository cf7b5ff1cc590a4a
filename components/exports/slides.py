"""A PowerPoint deck: of a use case a title, each step with its narration in the notes, and why; of a landscape one
slide. All shapes can be edited."""

from collections.abc import Iterable
from dataclasses import replace
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.slide import Slide
from pptx.util import Pt

from components.exports.letters import fitted
from components.exports.options import Options
from components.exports.record import ExportRecord, one_line
from components.exports.slide_picture import Area, draw_key, draw_scene
from components.picture.scene import Scene
from components.picture.theme import palette
from components.text.citations import text_date
from data.costs.summary import CostSummary
from data.records import Judgement, UseCase

WIDTH, HEIGHT = 960.0, 540.0  # points: 16 to 9
EDGE = 36.0
TITLE_ONLY = 5  # The layout of python-pptx's own template that has nothing but a title.
SMALLEST = 9.0


def slides_file(record: ExportRecord, options: Options) -> bytes:
    """The deck. Called in the worker process."""
    deck = _Deck(record)
    if record.use_case:
        deck.title_slide(record.use_case)
        for number in range(1, len(record.walk) + 1):
            deck.step_slide(number)
        if record.costs:
            deck.cost_slide(record.costs)
        deck.last_slide(record.use_case)
    else:
        deck.landscape_slide()
    return deck.file()


class _Deck:
    def __init__(self, record: ExportRecord) -> None:
        self._record = record
        self._colours = palette(record.mode)
        self._deck = Presentation()
        self._deck.slide_width, self._deck.slide_height = Pt(WIDTH), Pt(HEIGHT)
        about = self._deck.core_properties
        about.title = one_line(record.use_case.title if record.use_case else record.title)[:255]
        about.author = "AWS Data Landscape"
        about.subject = one_line(record.filters)[:255]
        about.comments = record.address[:255]
        about.keywords = ""

    def landscape_slide(self) -> None:
        """The whole view on one slide."""
        record = self._record
        slide = self._slide(record.title, f"{one_line(record.filters)} {record.counts_in_words}.")
        draw_scene(slide, record.scene, self._colours, Area(EDGE - 16, 84, WIDTH - 2 * EDGE + 32, 378))
        self._key(slide)
        path = [f"{step.number}. {one_line(step.title)}" for step in record.walk]
        arrows = [one_line(arrow.hover) for arrow in record.scene.arrows if arrow.lit]
        self._notes(slide, [record.title, record.filters, *path, *arrows, record.address])

    def title_slide(self, use_case: UseCase) -> None:
        """The title, the problem, and the whole picture."""
        slide = self._slide(use_case.title, use_case.problem)
        draw_scene(
            slide, at_step(self._record.scene, self._record, None), self._colours, Area(EDGE, 90, WIDTH - 2 * EDGE, 372)
        )
        self._key(slide)
        self._notes(
            slide,
            [use_case.problem, *(f"{step.number}. {step.title}" for step in self._record.walk), self._record.address],
        )

    def step_slide(self, number: int) -> None:
        """The picture with one step lit, and the step's narration in the notes."""
        record = self._record
        step = record.walk[number - 1]
        arrow = next(arrow for arrow in record.scene.arrows if arrow.id == step.connection.id)
        kind = next(entry.name for entry in record.taxonomy.kinds if entry.id == arrow.kind)
        slide = self._slide(
            f"{number}. {step.title}", f"Step {number} of {len(record.walk)}: {one_line(arrow.name)} ({one_line(kind)})"
        )
        draw_scene(slide, at_step(record.scene, record, number), self._colours, Area(EDGE, 84, WIDTH - 2 * EDGE, 416))
        told = record.use_case.steps[number - 1] if record.use_case else None
        pages = [record.use_case.sources[key] for key in told.source] if told and record.use_case else []
        sources = [f"{page.title}, {page.url}, text of {text_date(page.read_on)}" for page in pages]
        self._notes(slide, [told.text if told else step.title, arrow.hover, *sources])

    def cost_slide(self, costs: CostSummary) -> None:
        """What each part costs a month, in a table that can be edited; where prices come from stands on the page."""
        slide = self._slide("What it costs a month", f"Our example of a load: {one_line(costs.load)}, {costs.region}.")
        cells = [("Part", "The whole picture", "The smaller version")]
        cells += [(row.part, row.whole, row.smaller) for row in costs.rows]
        cells.append(("Together", costs.whole, costs.smaller))
        height = min(26.0, 400.0 / len(cells))
        place = (Pt(EDGE), Pt(96), Pt(WIDTH - 2 * EDGE), Pt(height * len(cells)))
        table = slide.shapes.add_table(len(cells), 3, *place).table
        for number, row in enumerate(cells):
            for column, text in enumerate(row):
                cell = table.cell(number, column)
                cell.text = one_line(text)
                cell.margin_top = cell.margin_bottom = Pt(2)
                cell.text_frame.paragraphs[0].runs[0].font.size = Pt(min(14.0, height * 0.55))
        self._notes(slide, [*costs.notes, self._record.address])

    def last_slide(self, use_case: UseCase) -> None:
        """Why these services, what it costs, what else would do; the sources in the notes."""
        slide = self._slide(
            "Why, trade-offs, alternatives", f"{one_line(use_case.title)}. Our judgement, not that of AWS."
        )
        columns = (
            ("Why these services", _texts(use_case.why)),
            ("Trade-offs", _texts(use_case.trade_offs)),
            ("Alternatives", [f"{one_line(entry.title)}: {one_line(entry.text)}" for entry in use_case.alternatives]),
        )
        wide, high = (WIDTH - 2 * EDGE - 2 * 24) / 3, 402.0
        size = min(_size_for(texts, wide, high - 30) for _, texts in columns)
        for place, (heading, texts) in enumerate(columns):
            self._column(slide, heading, texts, Area(EDGE + place * (wide + 24), 96, wide, high), size)
        pages = (f"{page.title}, {page.url}, text of {text_date(page.read_on)}" for page in use_case.sources.values())
        self._notes(slide, ["Sources:", *pages, self._record.address])

    def file(self) -> bytes:
        written, file = BytesIO(), BytesIO()
        self._deck.save(written)
        # A ZIP bears the time of its making; without it, the same deck is the same file.
        with ZipFile(written) as made, ZipFile(file, "w", ZIP_DEFLATED) as kept:
            for part in made.infolist():
                kept.writestr(ZipInfo(part.filename), made.read(part), ZIP_DEFLATED)
        return file.getvalue()

    def _slide(self, title: str, below: str) -> Slide:
        slide = self._deck.slides.add_slide(self._deck.slide_layouts[TITLE_ONLY])
        slide.background.fill.solid()
        slide.background.fill.fore_color.rgb = self._colour(self._colours.background)
        head = slide.shapes.title
        head.left, head.top, head.width, head.height = Pt(EDGE), Pt(18), Pt(WIDTH - 2 * EDGE), Pt(40)
        size = next(
            (
                size
                for size in (28.0, 24.0, 20.0, 17.0)
                if len(fitted(one_line(title), WIDTH - 2 * EDGE - 20, size, bold=True)) == 1
            ),
            15.0,
        )
        self._write(head, one_line(title), size, self._colours.ink, bold=True)
        small = next(
            (
                size
                for size in (15.0, 13.0, 11.0, SMALLEST)
                if len(fitted(one_line(below), WIDTH - 2 * EDGE - 20, size)) == 1
            ),
            SMALLEST,
        )
        self._text(slide, "below the title", one_line(below), Area(EDGE, 58, WIDTH - 2 * EDGE, 26), small)
        self._text(
            slide,
            "foot",
            f"AWS Data Landscape, {self._record.date_in_words}. {self._record.address}",
            Area(EDGE, 508, WIDTH - 2 * EDGE, 22),
            SMALLEST,
        )
        return slide

    def _key(self, slide: Slide) -> None:
        """What colours and dashes mean, above the foot."""
        colours, record = self._colours, self._record
        categories = [
            (one_line(entry.name), colours.fill[entry.id], colours.mark[entry.id]) for entry in record.categories()
        ]
        kinds = [(one_line(entry.name), "", entry.id) for entry in record.kinds()]
        draw_key(slide, [*categories, *kinds], colours, Area(EDGE, 466, WIDTH - 2 * EDGE, 39))

    def _text(self, slide: Slide, name: str, text: str, area: Area, size: float) -> None:
        box = slide.shapes.add_textbox(Pt(area.left), Pt(area.top), Pt(area.width), Pt(area.height))
        box.name = name
        self._write(box, text, size, self._colours.quiet_ink)

    def _write(self, shape, text: str, size: float, colour: str, *, bold: bool = False) -> None:  # type: ignore[no-untyped-def]
        frame = shape.text_frame
        frame.word_wrap = True
        frame.vertical_anchor = MSO_ANCHOR.TOP
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        paragraph = frame.paragraphs[0]
        paragraph.alignment = PP_ALIGN.LEFT
        run = paragraph.add_run()
        run.text = text
        run.font.size, run.font.bold = Pt(size), bold
        run.font.color.rgb = self._colour(colour)

    def _column(self, slide: Slide, heading: str, texts: list[str], area: Area, size: float) -> None:
        box = slide.shapes.add_textbox(Pt(area.left), Pt(area.top), Pt(area.width), Pt(area.height))
        box.name = heading
        self._write(box, heading, 18, self._colours.ink, bold=True)
        for text in texts:
            paragraph = box.text_frame.add_paragraph()
            paragraph.space_before = Pt(size * 0.6)
            run = paragraph.add_run()
            run.text = f"• {text}"
            run.font.size = Pt(size)
            run.font.color.rgb = self._colour(self._colours.ink)

    def _notes(self, slide: Slide, lines: Iterable[str]) -> None:
        slide.notes_slide.notes_text_frame.text = "\n".join(one_line(line) for line in lines)

    def _colour(self, colour: str) -> RGBColor:
        return RGBColor.from_string(colour[1:])


def at_step(scene: Scene, record: ExportRecord, number: int | None) -> Scene:
    """The scene with one step of the walk lit and those before it quiet; with all lit where `number` is None."""
    if number is None:
        boxes = tuple(replace(box, lit=True, selected=False) for box in scene.boxes)
        return replace(
            scene,
            boxes=boxes,
            arrows=tuple(replace(arrow, lit=True, selected=False, quiet=False) for arrow in scene.arrows),
        )
    active = record.walk[number - 1].connection
    before = {step.connection.id for step in record.walk[: number - 1]} - {active.id}
    ends = {active.source_id, active.target_id}
    arrows = (replace(a, lit=a.id == active.id, selected=a.id == active.id, quiet=a.id in before) for a in scene.arrows)
    return replace(
        scene,
        boxes=tuple(replace(box, lit=box.id in ends, selected=False) for box in scene.boxes),
        arrows=tuple(arrows),
    )


def _texts(entries: Iterable[Judgement]) -> list[str]:
    return [one_line(entry.text) for entry in entries]


def _size_for(texts: list[str], wide: float, high: float) -> float:
    """The largest size, in points, at which the texts fit a column."""
    for size in (17.0, 16.0, 15.0, 14.0, 13.0, 12.0, 11.0, 10.0):
        lines = sum(len(fitted(f"• {text}", wide, size)) for text in texts)
        if (lines * 1.22 + 0.6 * len(texts)) * size <= high:
            return size
    return SMALLEST
