"""What the page of a use case shows now, as a record to take along."""

from datetime import UTC, datetime

from components.exports.record import ExportRecord, Numbered
from components.frame.copy_link import address_of_this_view
from components.picture.scene import scene
from components.picture.theme_mode import theme_mode
from data.costs.summary import cost_summary
from data.landscape.walk import Place, picture
from data.records import Catalog


def use_case_export(catalog: Catalog, place: Place) -> ExportRecord:
    """A use case at a place, with its numbered steps.

    Errors: WorkerError where the layout fails; KeyError where the place names no use case.
    """
    shown, walk = picture(catalog, place)
    use_case = catalog.use_cases[place.use_case or ""]
    return ExportRecord(
        scene=scene(catalog, shown, walk=walk),
        view=shown,
        title=shown.title,
        filters=use_case.problem,
        address=address_of_this_view(),
        day=datetime.now(UTC).date(),
        mode=theme_mode(),
        taxonomy=catalog.taxonomy,
        use_case=use_case,
        walk=tuple(
            Numbered(number, step.title, catalog.connections[step.connection])
            for number, step in enumerate(use_case.steps, start=1)
        ),
        costs=cost_summary(catalog, use_case.id),
    )
