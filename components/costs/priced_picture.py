"""The picture of a use case with what each part costs: below the name of a box, and on the line of an arrow."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from components.exports.record import ExportRecord
from components.picture.curves import Point, middle
from components.picture.scene import Scene
from components.picture.theme import Mode
from components.picture.views import use_case_scene
from data.billing.bill import Bill
from data.costs.answer import total_in_words
from data.costs.summary import amounts_of_parts
from data.landscape.walk import Place, picture
from data.records import Catalog

BELOW = 32.0


def priced_scene(drawn: Scene, bill: Bill) -> Scene:
    """The scene with amounts in place of what boxes are and what flows; a part without a price of its own has none."""
    texts = amounts_of_parts(bill)
    return replace(
        drawn,
        boxes=tuple(replace(box, what=(texts[box.id],) if box.id in texts else ()) for box in drawn.boxes),
        arrows=tuple(
            replace(arrow, words=texts.get(arrow.id, ""), words_at=_below(middle(arrow.course)))
            for arrow in drawn.arrows
        ),
    )


def _below(place: Point) -> Point:
    """Below the number of a step."""
    return place[0], place[1] - BELOW


def priced_record(catalog: Catalog, use_case: str, bill: Bill, mode: Mode) -> ExportRecord:
    """The picture with the amounts of a bill, to be taken along.

    Errors: WorkerError where the layout fails.
    """
    shown, _ = picture(catalog, Place(use_case))
    return ExportRecord(
        scene=priced_scene(use_case_scene(catalog, Place(use_case)), bill),
        view=shown,
        title=f"What it costs: {catalog.use_cases[use_case].title}",
        filters=f"{bill.title}: {total_in_words(bill)}.",
        address="",
        day=datetime.now(UTC).date(),
        mode=mode,
        taxonomy=catalog.taxonomy,
    )
