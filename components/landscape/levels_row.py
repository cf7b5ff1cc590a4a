"""The row above the wide map: its families, which open and fold, and its layers, which come and go."""

from collections.abc import Callable
from dataclasses import replace

from components.landscape.address import question_of_this_page, write_question
from components.picture.graph import Toggle, Toggles
from components.text.plain_text import counted
from data.landscape.levels import Levels
from data.landscape.view import Question, View, view
from data.records import Catalog


def levels_row(catalog: Catalog, question: Question, shown: View) -> tuple[Toggles, ...]:
    """A button for each family and each layer, with how many services or connections it is about; none where the map
    is not the wide one. What a filter needs cannot be taken away."""
    if shown.levels is None:
        return ()
    bare = view(catalog, Question(filter=question.filter, scope=question.scope)).levels or shown.levels
    families = [
        Toggle(
            family.id,
            f"{family.name} {len(family.services)}",
            family.id in shown.levels.opened,
            f"{family.text} {'Fold into one box' if family.id in shown.levels.opened else 'Open'}",
            family.id in bare.opened,
        )
        for family in catalog.taxonomy.families
    ]
    layers = [
        Toggle(
            kind.id,
            f"{kind.name} {len(lines)}",
            kind.id not in shown.levels.off,
            f"{counted(len(lines), 'connection')}. {kind.text}",
            kind.id not in bare.off,
        )
        for kind in catalog.taxonomy.kinds
        if kind.layer and (lines := [c for c in catalog.connections.values() if c.kind == kind.id])
    ]
    rows = (Toggles("open", "Open", tuple(families)), Toggles("layer", "Also draw", tuple(layers)))
    return tuple(row for row in rows if row.keys)


def toggle_family(catalog: Catalog, family: str) -> None:
    """Open a family of the wide map, or fold it again, and leave what was selected in it."""
    question = question_of_this_page(catalog)
    families = _toggled(question.families, family)
    _write(catalog, question, replace(question, families=families), lambda levels: family in levels.opened)


def toggle_layer(catalog: Catalog, kind: str) -> None:
    """Draw a layer of the wide map, or take it away again, and leave what was selected in it."""
    question = question_of_this_page(catalog)
    layers = _toggled(question.layers, kind)
    _write(catalog, question, replace(question, layers=layers), lambda levels: kind not in levels.off)


def _toggled(chosen: tuple[str, ...], one: str) -> tuple[str, ...]:
    return tuple(other for other in chosen if other != one) if one in chosen else (*chosen, one)


def _write(catalog: Catalog, before: Question, after: Question, shows: Callable[[Levels], bool]) -> None:
    """Ask the new question. Where something was shown because it is selected, and has to go, the selection goes."""
    was, now = (view(catalog, question).levels for question in (before, after))
    if was is None or now is None:
        return
    if shows(was) and shows(now):
        wanted = Question(filter=before.filter, look=before.look, scope=before.scope)
        layers = tuple(layer for layer in before.layers if layer in after.layers)
        families = tuple(family for family in before.families if family in after.families)
        after = replace(wanted, layers=layers, families=families)
    write_question(after)
