"""Records to be written by every format: of a small catalog with hostile names, and of any other."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from components.exports.record import ExportRecord, Numbered
from components.picture.scene import scene
from components.picture.theme import Mode
from data.landscape.filters import LandscapeFilter
from data.landscape.paths import hop_in_words
from data.landscape.view import Question, view
from data.landscape.walk import Place, picture
from data.records import Catalog
from tests import read_exports as read
from tests.tiny_catalog import documents, service, tiny_catalog, use_case

DAY = date(2026, 2, 3)
ADDRESS = "https://landscape.example/?service=db&q=%3Cb%3E"
HOSTILE = (
    'He said "hi" & <b>left</b>',
    "a|b\nc\\d [x](y) `z`",
    "=1+1; rm -rf ~ #{%{x}} $y",
    "</script><script>alert(1)",
    "Поиск Αναζήτηση 検索 بحث",
)


def hostile_catalog(folder: Path) -> Catalog:
    """Five services and two use cases whose names, titles and texts are what a format could take for its own signs."""
    content = documents()
    places = (
        ("app", "application", "produce"),
        ("cache", "nosql", "connect"),
        ("db", "nosql", "store"),
        ("search", "search", "analyse"),
        ("archive", "search", "analyse"),
    )
    for (identity, category, lane), name in zip(places, HOSTILE, strict=True):
        purpose = {"text": f"{name} \u2028 {{{{title}}}} --> %% end", "source": "page"}
        content[f"services/{identity}.yaml"] = service(identity, name, category, lane, purpose=purpose) | {"name": name}
    steps = [
        {"title": name, "text": f"{name}{{{{data}}}}", "connection": step}
        for name, step in zip(HOSTILE[:2], ("app--cache", "cache--db"), strict=True)
    ]
    content["use_cases/read.yaml"] = use_case(
        "read", "app--cache", "cache--db", title=HOSTILE[3], problem=HOSTILE[0], steps=steps, why=[{"text": HOSTILE[2]}]
    )
    return tiny_catalog(folder, content)


def of_landscape(catalog: Catalog, question: Question, mode: Mode = "light") -> ExportRecord:
    shown = view(catalog, question)
    walk = tuple(
        Numbered(number, hop_in_words(catalog, hop, "data"), hop.connections[0])
        for number, hop in enumerate(shown.route or (), start=1)
    )
    return ExportRecord(
        scene(catalog, shown),
        shown,
        shown.title,
        f"Filter: {question.filter.describe(catalog)}.",
        ADDRESS,
        DAY,
        mode,
        catalog.taxonomy,
        walk=walk,
    )


def of_use_case(catalog: Catalog, identity: str, step: int | None = None, mode: Mode = "light") -> ExportRecord:
    told = catalog.use_cases[identity]
    shown, walk = picture(catalog, Place(identity, len(told.steps), step))
    numbered = tuple(
        Numbered(number, step.title, catalog.connections[step.connection])
        for number, step in enumerate(told.steps, start=1)
    )
    return ExportRecord(
        scene(catalog, shown, walk=walk),
        shown,
        shown.title,
        told.problem,
        ADDRESS,
        DAY,
        mode,
        catalog.taxonomy,
        told,
        numbered,
        stem=identity,
    )


RECORDS: dict[str, Callable[[Catalog], ExportRecord]] = {
    "whole": lambda catalog: of_landscape(catalog, Question(scope="wide")),
    "neighbours": lambda catalog: of_landscape(catalog, Question(scope="wide", service="db", direction="out")),
    "path": lambda catalog: of_landscape(catalog, Question(start="app", end="search")),
    "dark": lambda catalog: of_landscape(catalog, Question(filter=LandscapeFilter(categories=("search",))), "dark"),
    "nothing": lambda catalog: of_landscape(catalog, Question(filter=LandscapeFilter(text="zzzz"), look="only")),
    "use case": lambda catalog: of_use_case(catalog, "read"),
    "step": lambda catalog: of_use_case(catalog, "read", 2, "dark"),
}


def shown_in(record: ExportRecord) -> read.Held:
    return read.Held(
        record.view.services, record.view.connections, record.view.lit_services, record.view.lit_connections
    )


def drawn_in(record: ExportRecord) -> read.Held:
    """What has a box or a line of its own: on the wide map one may stand for several."""
    boxes, arrows = record.scene.boxes, record.scene.arrows
    return read.Held(
        frozenset(box.id for box in boxes),
        frozenset(arrow.id for arrow in arrows),
        frozenset(box.id for box in boxes if box.lit),
        frozenset(arrow.id for arrow in arrows if arrow.lit),
    )
