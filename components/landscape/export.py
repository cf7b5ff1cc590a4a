"""What the landscape shows for a question, as a record to take along."""

from datetime import date
from hashlib import sha256

from components.exports.layouts import lay_out_for_a_file
from components.exports.record import ExportRecord, Numbered, slug_of
from components.frame.given_address import query_of
from components.landscape.address import (
    CAPABILITY,
    CATEGORY,
    CONNECTION,
    DEPTH,
    DIRECTION,
    END,
    KIND,
    MEANING,
    PARTLY,
    SERVICE,
    START,
    USE_CASE,
    values_of,
)
from components.picture.theme import Mode
from components.picture.views import landscape_scene
from data.landscape.paths import hop_in_words
from data.landscape.view import Question, View, view
from data.records import Catalog

# Parameters that a title tells for certain; with others, a file's name bears a mark of its own.
TOLD_IN_A_NAME = (
    {SERVICE.name, DEPTH.name, DIRECTION.name},
    {CONNECTION.name},
    {START.name, END.name, MEANING.name},
    {USE_CASE.name},
    {CATEGORY.name},
    {KIND.name},
    {CAPABILITY.name, PARTLY.name},
)


def landscape_export(
    catalog: Catalog, question: Question, *, address: str, day: date, mode: Mode, site: str = ""
) -> ExportRecord:
    """The landscape for a question; `address` shows the same on the screen.

    Errors: WorkerError where the layout fails.
    """
    shown = view(catalog, question)
    return ExportRecord(
        scene=landscape_scene(catalog, question, shown, lay=lay_out_for_a_file),
        view=shown,
        title=shown.title,
        filters=filters_in_words(catalog, question, shown),
        address=address,
        day=day,
        mode=mode,
        taxonomy=catalog.taxonomy,
        site=site,
        stem=name_of_the_file(question, shown),
        walk=tuple(
            Numbered(number, hop_in_words(catalog, hop, question.meaning), hop.connections[0])
            for number, hop in enumerate(shown.route or (), start=1)
        ),
    )


def name_of_the_file(question: Question, shown: View) -> str:
    """A name that no other question has: `core-services`, `dynamodb-and-its-neighbours-in-all-services-alone`."""
    wide = question.scope == "wide"
    if question.is_empty:
        words = ["all-services" if wide else "core-services"]
    else:
        words = [slug_of(shown.title), "in-all-services" if wide else ""]
    words.append("alone" if question.look == "only" else "")
    parameters = [(name, text) for name, text in query_of(values_of(question)) if name not in {"scope", "view"}]
    names = {name for name, _ in parameters}
    is_told = any(names <= told for told in TOLD_IN_A_NAME) and bool(question.start) == bool(question.end)
    if not is_told or (names and question.is_empty) or slug_of(shown.title, longest=999) != slug_of(shown.title):
        words.append(sha256(repr(parameters).encode()).hexdigest()[:6])
    return "-".join(word for word in words if word)


def filters_in_words(catalog: Catalog, question: Question, shown: View) -> str:
    """What was asked for, and the scope as drawn: `Filter: Services in Streams. Scope: Core services, 24 of 54. The
    rest is dimmed.`"""
    rest = "The rest is hidden." if question.look == "only" else "The rest is dimmed."
    wanted = "none" if question.filter.is_empty else question.filter.describe(catalog)
    return f"Filter: {wanted}. Scope: {shown.scope}." + ("" if question.is_empty else f" {rest}")
