"""The scenes that more than one place shows: the landscape for a question, and a use case at a place of its walk."""

from components.picture.marks import LegendMark
from components.picture.places import lay_out
from components.picture.scene import Lay, Scene, scene
from components.picture.story import Leg, story_columns
from data.landscape.view import Question, View, view
from data.landscape.walk import Place, picture
from data.records import Catalog


def landscape_scene(
    catalog: Catalog,
    question: Question,
    shown: View,
    categories: tuple[LegendMark, ...] = (),
    kinds: tuple[LegendMark, ...] = (),
    *,
    lay: Lay = lay_out,
) -> Scene:
    """The landscape for a question. While the rest is dimmed, everything stands where it stands when nothing is asked.

    Errors: WorkerError where the layout fails.
    """
    base = view(catalog, Question(scope=question.scope)) if question.look == "focus" else None
    return scene(catalog, shown, categories, kinds, base=base, lay=lay)


def use_case_scene(catalog: Catalog, place: Place, *, lay: Lay = lay_out) -> Scene:
    """A use case in the order of its steps; where its parts stand is the same at every place of it.

    Errors: WorkerError where the layout fails; KeyError where the place names no use case.
    """
    shown, walk = picture(catalog, place)
    return scene(catalog, shown, walk=walk, columns=columns_of(catalog, place.use_case or ""), lay=lay)


def columns_of(catalog: Catalog, use_case: str) -> dict[str, int]:
    """The column of every service of a use case."""
    record = catalog.use_cases[use_case]
    steps = [step.connection for step in record.steps]
    others = sorted(catalog.connections_in(use_case) - set(steps))
    carried = (catalog.connections[connection] for connection in (*steps, *others))
    legs = [Leg(c.source_id, c.target_id, catalog.kinds[c.kind].follows == "question") for c in carried]
    return story_columns(legs, record.also)
