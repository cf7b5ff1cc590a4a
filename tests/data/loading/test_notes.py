"""Every statement of the text that the project began with leads to the place where the atlas tells it, and what
differs is said there."""

from collections import Counter

import pytest

from components.about.notes import places, verdict_counts
from data.records import Catalog, Note, Service
from data.records.pointers import facts_of, points_somewhere

SECTIONS = (
    "RDS Proxy",
    "AWS Redshift",
    "AWS Redshift Serverless",
    "DynamoDB",
    "DynamoDB Streams",
    "Dynamo DB Table Classes",
    "DynamoDB Feature Overview",
    "DynamoDB Accelerator (DAX)",
    "OpenSearch",
    "AWS OpenSearch Features",
    "OpenSearch Use Cases",
)


def says_what_is_often_told(catalog: Catalog, pointer: str) -> bool:
    """Whether the place that a pointer names tells the common telling beside the accurate statement, or is a use
    case, which tells it step by step."""
    folder, _, rest = pointer.partition("/")
    record, _, fact = rest.partition("#")
    if folder == "use_cases":
        return True
    known: Service | object = catalog.services[record] if folder == "services" else catalog.connections[record]
    statements = [*facts_of(known), *(known.limits if isinstance(known, Service) else ())]
    return any(statement.told for statement in statements if not fact or statement.id == fact)


def test_every_section_of_the_text_is_there_in_its_order(catalog: Catalog) -> None:
    assert tuple(dict.fromkeys(note.section for note in catalog.notes.notes)) == SECTIONS


def test_no_statement_stands_twice(catalog: Catalog) -> None:
    ids = Counter(note.id for note in catalog.notes.notes)
    quotes = Counter((note.section, " ".join(note.quote.split()).casefold()) for note in catalog.notes.notes)
    assert max(ids.values()) == 1
    assert max(quotes.values()) == 1


def test_a_quote_has_no_line_breaks_or_signs_that_the_text_does_not_have(catalog: Catalog) -> None:
    for note in catalog.notes.notes:
        assert note.quote == note.quote.strip()
        assert "\n" not in note.quote


def test_every_pointer_leads_to_a_record_and_its_fact(catalog: Catalog) -> None:
    lost = [
        (note.id, pointer)
        for note in catalog.notes.notes
        for pointer in note.where
        if not points_somewhere(catalog, pointer)
    ]
    assert not lost


@pytest.mark.parametrize(
    "pointer",
    ["services/none", "services/dax#none", "connections/dax--none", "use_cases/none", "nowhere/dax", "dax", ""],
)
def test_a_pointer_to_nothing_is_noticed(catalog: Catalog, pointer: str) -> None:
    assert not points_somewhere(catalog, pointer)


def test_where_the_accurate_statement_differs_the_place_says_so(catalog: Catalog) -> None:
    silent = [
        note.id
        for note in catalog.notes.notes
        if note.verdict != "correct" and not any(says_what_is_often_told(catalog, pointer) for pointer in note.where)
    ]
    assert not silent


def test_what_is_often_told_reads_well_inside_a_sentence(catalog: Catalog) -> None:
    records = (*catalog.services.values(), *catalog.connections.values())
    told = [fact.told for record in records for fact in facts_of(record) if fact.told]
    told += [limit.told for service in catalog.services.values() for limit in service.limits if limit.told]
    assert len(told) > 30
    for text in told:
        assert not text.endswith("."), text
        assert len(text) <= 70, text
        assert not any(words in text.casefold() for words in ("often", "without naming", "full stop")), text


def test_every_note_has_a_link_for_each_place_it_is_told(catalog: Catalog) -> None:
    for note in catalog.notes.notes:
        found = places(catalog, note)
        assert len(found) == len({pointer.partition("#")[0] for pointer in note.where})
        assert {place.path for place in found} <= {"", "services", "use-cases"}


def test_the_link_of_a_note_opens_the_record_by_its_id(catalog: Catalog) -> None:
    note = Note(
        id="n",
        section="s",
        quote="q",
        verdict="correct",
        accurate="a",
        where=("services/dax#managed", "services/dax", "connections/dax--dynamodb", "use_cases/siem"),
        source=("p",),
    )
    assert [(place.path, dict(place.parameters)) for place in places(catalog, note)] == [
        ("services", {"service": "dax"}),
        ("", {"connection": "dax--dynamodb"}),
        ("use-cases", {"use_case": "siem"}),
    ]


def test_the_counts_of_the_verdicts_add_up(catalog: Catalog) -> None:
    counts = verdict_counts(catalog)
    assert counts == Counter(note.verdict for note in catalog.notes.notes)
    assert sum(counts.values()) == len(catalog.notes.notes)
    assert all(counts.values())
