"""What is on the screen now, as a record to take along: from the landscape, and from the page of a use case."""

from datetime import UTC, datetime

import streamlit as st

from components.exports.record import ExportRecord, Numbered
from components.scene import scene
from components.share import address_of_this_view
from components.theme import Mode
from components.use_case_address import Place
from components.walkthrough import part_name, picture
from data.catalog import Catalog
from data.view import Question, View


def landscape_export(of: Catalog, asked: Question, shown: View) -> ExportRecord:
    """The landscape for a question.

    Errors: GraphvizError where the layout fails.
    """
    return ExportRecord(
        scene=scene(of, shown),
        view=shown,
        title=shown.title,
        filters=filters_in_words(of, asked),
        address=address_of_this_view(),
        day=datetime.now(UTC).date(),
        mode=_mode(),
        taxonomy=of.taxonomy,
        walk=tuple(Numbered(number, part_name(of, hop.id), hop) for number, hop in enumerate(shown.path or (), start=1)),
    )


def use_case_export(of: Catalog, place: Place) -> ExportRecord:
    """A use case at a place, with its numbered steps.

    Errors: GraphvizError where the layout fails; KeyError where the place names no use case.
    """
    shown, walk = picture(of, place)
    use_case = of.use_cases[place.use_case or ""]
    return ExportRecord(
        scene=scene(of, shown, walk=walk),
        view=shown,
        title=shown.title,
        filters=use_case.problem,
        address=address_of_this_view(),
        day=datetime.now(UTC).date(),
        mode=_mode(),
        taxonomy=of.taxonomy,
        use_case=use_case,
        walk=tuple(Numbered(number, step.title, of.connections[step.connection]) for number, step in enumerate(use_case.steps, start=1)),
    )


def filters_in_words(of: Catalog, asked: Question) -> str:
    """What was asked for: `Filter: Services in Streams. Scope: core. The rest is dimmed.`"""
    scope = "core services" if asked.scope == "core" else "all services"
    rest = "The rest is hidden." if asked.look == "only" else "The rest is dimmed."
    wanted = "none" if asked.filter.is_empty else asked.filter.describe(of)
    unasked = asked.filter.is_empty and not (asked.service or asked.connection or asked.start or asked.end)
    return f"Filter: {wanted}. Scope: {scope}." + ("" if unasked else f" {rest}")


def _mode() -> Mode:
    return "dark" if st.context.theme.type == "dark" else "light"
