"""What the page of a use case shows at a place, as a record to take along."""

from datetime import date

from components.exports.layouts import lay_out_for_a_file
from components.exports.record import ExportRecord, Numbered, slug_of
from components.picture.theme import Mode
from components.picture.views import use_case_scene
from data.costs.summary import cost_summary
from data.landscape.walk import Place, picture
from data.records import Catalog


def use_case_export(
    catalog: Catalog, place: Place, *, address: str, day: date, mode: Mode, site: str = ""
) -> ExportRecord:
    """A use case at a place, with its numbered steps; `address` shows the same on the screen.

    Errors: WorkerError where the layout fails; KeyError where the place names no use case.
    """
    shown, _ = picture(catalog, place)
    use_case = catalog.use_cases[place.use_case or ""]
    state = shown.title.removeprefix(use_case.title)
    return ExportRecord(
        scene=use_case_scene(catalog, place, lay=lay_out_for_a_file),
        view=shown,
        title=shown.title,
        filters=use_case.problem,
        address=address,
        day=day,
        mode=mode,
        taxonomy=catalog.taxonomy,
        site=site,
        stem="-".join(word for word in (use_case.id, slug_of(state), place.card or "") if word),
        use_case=use_case,
        walk=tuple(
            Numbered(number, step.title, catalog.connections[step.connection])
            for number, step in enumerate(use_case.steps, start=1)
        ),
        costs=cost_summary(catalog, use_case.id),
    )
