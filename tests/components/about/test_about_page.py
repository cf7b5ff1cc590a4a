"""The page "About the data", run without a browser."""

import json

import pytest
from streamlit.testing.v1 import AppTest

from components.about.address import SECTIONS, VERDICTS
from components.about.notes import verdict_counts
from components.text.plain_text import plain
from data.records import Catalog
from data.tools.coverage import coverage_of_services
from data.tools.regions import regions
from data.tools.unconfirmed import unread_statements
from tests.app_pages import open_page, parameters_of
from tests.conftest import ROOT


def opened(**parameters: str | list[str]) -> AppTest:
    """The page at an address."""
    return open_page("sources", **parameters)


def text_of(test: AppTest) -> str:
    return "\n".join(str(e.value) for e in (*test.title, *test.subheader, *test.markdown, *test.caption)).replace(
        "\\", ""
    )


@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_opens_by_its_address(section: str) -> None:
    test = opened(section=section)
    assert not test.exception
    assert test.title[0].value == "About the data"
    assert test.button_group(key="about-section").value == section
    assert "not understood" not in text_of(test)


def test_the_first_screen_counts_what_the_catalog_holds(catalog: Catalog) -> None:
    test = opened()
    counts = {metric.label: metric.value for metric in test.metric}
    assert counts["Services"] == str(len(catalog.services))
    assert counts["Connections"] == str(len(catalog.connections))
    assert counts["Conflicts"] == str(len(catalog.conflicts))
    assert counts["Terms"] == str(len(catalog.terms))


def test_the_first_screen_says_how_to_correct_a_fact_and_under_which_licence_the_data_is() -> None:
    said = text_of(opened())
    for words in (
        "`make test`",
        "JSON Schema",
        "`data/services/dax.yaml`",
        "CC BY 4.0",
        "MIT License",
        "https://creativecommons.org/licenses/by/4.0/",
    ):
        assert words in said
    assert (ROOT / "data" / "LICENSE.md").read_text("utf-8").count("https://creativecommons.org/licenses/by/4.0/") == 1


def test_choosing_a_section_writes_the_address() -> None:
    test = opened()
    test.button_group(key="about-section").set_value("glossary").run()
    assert parameters_of(test) == {"section": ["glossary"]}
    test.button_group(key="about-section").set_value("overview").run()
    assert parameters_of(test) == {}


def test_every_disagreement_is_there_with_all_figures_addresses_and_what_the_card_shows(catalog: Catalog) -> None:
    said = text_of(opened(section="conflicts"))
    for conflict in catalog.conflicts.values():
        assert conflict.question in said
        assert conflict.shown in said
        for claim in conflict.claims:
            assert claim.says in said
            assert all(f"]({conflict.sources[key].url})" in said for key in claim.source)


def test_everything_unconfirmed_is_listed_under_its_service(catalog: Catalog) -> None:
    said = text_of(opened(section="unconfirmed"))
    for entry in catalog.unconfirmed:
        assert " ".join(entry.text.split()) in said
        assert f"**{catalog.services[entry.about].name}**" in said


def test_every_statement_on_a_page_read_in_part_is_listed_with_its_page(catalog: Catalog) -> None:
    said = text_of(opened(section="unconfirmed"))
    for unread in unread_statements(catalog):
        assert " ".join(unread.words.split()) in said
        assert all(f"]({page.url})" in said for page in unread.pages)


def test_the_verdicts_are_counted_as_the_data_has_them(catalog: Catalog) -> None:
    names = opened(section="statements").button_group(key="about-verdict").options
    counts = verdict_counts(catalog)
    assert [str(getattr(name, "content", name)) for name in names] == [
        f"All {len(catalog.notes.notes)}",
        *(f"{verdict.capitalize()} {counts[verdict]}" for verdict in VERDICTS),
    ]


def test_a_verdict_alone_opens_the_statements_that_got_it(catalog: Catalog) -> None:
    test = opened(verdict="outdated")
    said = text_of(test)
    outdated = [note for note in catalog.notes.notes if note.verdict == "outdated"]
    assert outdated
    for note in outdated:
        assert f"“{note.quote}”" in said
        assert note.accurate in said
    assert not any(f"“{note.quote}”" in said for note in catalog.notes.notes if note.verdict != "outdated")


def test_choosing_a_verdict_writes_the_address_and_all_takes_it_out() -> None:
    test = opened(section="statements")
    test.button_group(key="about-verdict").set_value("imprecise").run()
    assert parameters_of(test) == {"section": ["statements"], "verdict": ["imprecise"]}
    test.button_group(key="about-verdict").set_value("all").run()
    assert parameters_of(test) == {"section": ["statements"]}


def test_a_long_list_of_statements_begins_with_its_first_section_open(catalog: Catalog) -> None:
    test = opened(section="statements")
    sections = list(dict.fromkeys(note.section for note in catalog.notes.notes))
    assert len(test.expander) == len(sections)
    said = text_of(test)
    first = [note for note in catalog.notes.notes if note.section == sections[0]]
    assert all(f"“{note.quote}”" in said for note in first)
    assert not any(f"“{note.quote}”" in said for note in catalog.notes.notes if note.section == sections[-1])


def test_a_statement_links_to_its_pages_and_to_the_place_that_tells_it() -> None:
    test = opened(verdict="outdated")
    assert "](https://docs.aws.amazon.com/" in text_of(test)
    links = [(link.proto.page, link.proto.query_string) for link in test.get("page_link")]
    assert ("services", "service=opensearch") in links
    assert ("", "connection=quick-sight--opensearch") in links


def test_the_glossary_is_complete_and_searchable(catalog: Catalog) -> None:
    said = text_of(opened(section="glossary"))
    assert all(term.definition in said for term in catalog.terms.values())
    found = text_of(opened(q="RCU"))
    assert catalog.terms["rcu"].definition in found
    assert catalog.terms["pinning"].definition not in found


def test_searching_the_glossary_writes_the_address() -> None:
    test = opened(section="glossary")
    test.text_input(key="about-q").set_value("pinning").run()
    assert parameters_of(test) == {"section": ["glossary"], "q": ["pinning"]}
    assert "1 term" in text_of(test)


def test_a_search_that_finds_no_term_says_so_and_shows_the_words_as_text() -> None:
    test = opened(q="<b>zzzz</b> :red[x]")
    said = next(element.value for element in test.markdown if "No term fits" in element.value)
    assert "<b>zzzz</b> :red[x]" in said.replace("\\", "")
    assert "<b>" not in said, "every sign of markup is out of force"
    assert ":red[" not in said


@pytest.mark.parametrize(
    "parameters",
    [{"section": "nothing"}, {"verdict": "wrong"}, {"section": ["regions", "coverage"]}, {"q": ["a", "b"]}],
)
def test_what_is_not_understood_is_left_out_with_one_quiet_notice(parameters: dict[str, str | list[str]]) -> None:
    test = opened(**parameters)
    assert not test.exception
    assert text_of(test).count("not understood") == 1


def test_coverage_has_a_chart_and_a_row_for_every_service(catalog: Catalog) -> None:
    test = opened(section="coverage")
    (chart,) = test.get("plotly_chart")
    traces = json.loads(chart.proto.spec)["data"]
    core = [service.short_name for service in catalog.services.values() if service.core]
    assert all(trace["y"] == core for trace in traces)
    assert sum(sum(trace["x"]) for trace in traces) > 1000
    table = test.dataframe[0].value
    assert {service.short_name for service in catalog.services.values()} <= set(table["Service"])
    assert set(table[table["Core"] == "yes"]["Service"]) == set(core)


def test_coverage_tells_of_every_core_service_how_many_of_its_pages_were_read_whole(catalog: Catalog) -> None:
    test = opened(section="coverage")
    said, table = text_of(test), test.dataframe[0].value
    for row in coverage_of_services(catalog):
        if row.core:
            assert f"{row.name} {row.read_whole} of {row.pages}" in said
        assert table[table["Service"] == row.name]["Read whole"].item() == row.read_whole


def test_the_newest_changes_are_there_with_both_statements_and_the_reason(catalog: Catalog) -> None:
    test = opened(section="changes")
    while test.button and (more := [button for button in test.button if button.label == "Show older changes"]):
        test = more[0].click().run()
    said = text_of(test)
    assert "/changes.atom" in said
    for change in catalog.changes.values():
        for words in (change.old, change.new, change.why):
            assert words is None or plain(" ".join(words.split())).replace("\\", "") in said


def test_older_texts_that_are_cited_are_listed_with_their_reason(catalog: Catalog) -> None:
    said = text_of(opened(section="coverage"))
    older = [source for conflict in catalog.conflicts.values() for source in conflict.sources.values() if source.older]
    assert older
    assert all(source.older in said for source in older if source.older)


def test_the_heat_map_fills_exactly_the_cells_that_the_list_has() -> None:
    (chart,) = opened(section="regions").get("plotly_chart")
    (trace,) = json.loads(chart.proto.spec)["data"]
    table = regions()
    assert trace["x"] == [region.code for region in table.regions]
    assert len(trace["y"]) == len(set(trace["y"])) == len(table.clients)
    assert sum(map(sum, trace["z"])) == len(table.offered)


def test_the_regions_come_with_their_version_and_the_warning_that_lists_lag() -> None:
    said = text_of(opened(section="regions"))
    assert regions().botocore in said
    assert "lag behind AWS" in said
