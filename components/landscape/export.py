"""What the landscape shows now, as a record to take along."""

from datetime import UTC, datetime

from components.exports.record import ExportRecord, Numbered
from components.frame.copy_link import address_of_this_view
from components.picture.scene import scene
from components.picture.theme_mode import theme_mode
from data.landscape.view import Question, View
from data.landscape.walk import part_name
from data.records import Catalog


def landscape_export(catalog: Catalog, question: Question, shown: View) -> ExportRecord:
    """The landscape for a question.

    Errors: WorkerError where the layout fails.
    """
    return ExportRecord(
        scene=scene(catalog, shown),
        view=shown,
        title=shown.title,
        filters=filters_in_words(catalog, question),
        address=address_of_this_view(),
        day=datetime.now(UTC).date(),
        mode=theme_mode(),
        taxonomy=catalog.taxonomy,
        walk=tuple(
            Numbered(number, part_name(catalog, hop.id), hop) for number, hop in enumerate(shown.path or (), start=1)
        ),
    )


def filters_in_words(catalog: Catalog, question: Question) -> str:
    """What was asked for: `Filter: Services in Streams. Scope: core. The rest is dimmed.`"""
    scope = "core services" if question.scope == "core" else "all services"
    rest = "The rest is hidden." if question.look == "only" else "The rest is dimmed."
    wanted = "none" if question.filter.is_empty else question.filter.describe(catalog)
    unasked = question.filter.is_empty and not (
        question.service or question.connection or question.start or question.end
    )
    return f"Filter: {wanted}. Scope: {scope}." + ("" if unasked else f" {rest}")
