"""The scenes of the pages: the landscape for a question, what compared services share, and a use case at a place of its
walk."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from components.picture.marks import LegendMark
from components.picture.places import lay_out
from components.picture.scene import Lay, Scene, scene
from components.picture.story import Leg, story_columns
from data.landscape.view import Question, View, view
from data.landscape.walk import Place, picture
from data.landscape.what_if import whole_view
from data.records import Catalog, Connection


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
    if question.filter.text or shown.routes or lay is not lay_out:  # What a visitor typed is kept nowhere.
        return scene(catalog, shown, categories, kinds, base=base, lay=lay)
    return replace(_kept(catalog, shown, base), categories=categories, kinds=kinds)


@lru_cache(maxsize=64)
def _kept(catalog: Catalog, shown: View, base: View | None) -> Scene:
    return scene(catalog, shown, base=base)


def comparison_scene(catalog: Catalog, shown: View, *, lay: Lay = lay_out) -> Scene:
    """What compared services share, everything where it stands on the landscape at first sight.

    Errors: WorkerError where the layout fails.
    """
    return scene(catalog, shown, base=view(catalog, Question()), lay=lay)


def use_case_scene(catalog: Catalog, place: Place, *, lay: Lay = lay_out) -> Scene:
    """A use case in the order of its steps; where its parts stand is the same at every place of it, and what an
    alternative adds takes free places beside what it is joined to.

    Errors: WorkerError where the layout fails; KeyError where the place names no use case.
    """
    use_case = catalog.use_cases[place.use_case or ""]
    shown, walk = picture(catalog, place)
    columns = columns_of(catalog, use_case.id)
    base = whole_view(catalog, use_case) if shown.services > columns.keys() else None
    route = use_case.alternatives[place.alternative - 1].route if base and place.alternative else ()
    columns = _joined(columns, [catalog.connections[connection] for connection in route])
    return scene(catalog, shown, walk=walk, base=base, columns=columns, slide=place.presenting, lay=lay)


def _joined(columns: dict[str, int], route: Sequence[Connection]) -> dict[str, int]:
    """The columns with those of what a route adds: behind what leads to it, before what it leads to."""
    found, last = dict(columns), max(columns.values(), default=0)
    for _ in route:
        for connection in route:
            tail, head = connection.source_id, connection.target_id
            if tail in found and head not in found:
                found[head] = min(found[tail] + 1, last)
            elif head in found and tail not in found:
                found[tail] = max(found[head] - 1, 0)
    return found


def columns_of(catalog: Catalog, use_case: str) -> dict[str, int]:
    """The column of every service of a use case."""
    record = catalog.use_cases[use_case]
    steps = [step.connection for step in record.steps]
    others = sorted(catalog.connections_in(use_case) - set(steps))
    carried = (catalog.connections[connection] for connection in (*steps, *others))
    legs = [Leg(c.source_id, c.target_id, catalog.kinds[c.kind].follows == "question") for c in carried]
    return story_columns(legs, record.also)
