"""The page that works offline is whole, small, and asks for nothing from outside."""

from html import unescape

from components.exports.offline.page import html_page
from components.exports.record import one_line
from data.landscape.view import Question
from data.records import Catalog
from tests import read_exports as read
from tests.components.exports.records import ADDRESS, RECORDS, of_landscape, of_use_case


def test_the_page_has_only_its_own_scripts_and_asks_for_nothing_from_outside(hostile: Catalog) -> None:
    record = RECORDS["use case"](hostile)
    page = read.page_of(html_page(hostile, record))
    assert len(page.scripts) == page.tags.count("script") == 2
    assert record.use_case
    assert set(page.links) <= {ADDRESS, *(source.url for source in record.use_case.sources.values())}
    assert one_line(record.title) in unescape(page.seen)
    assert [place for place in ("title", "picture", "legend", "told", "all") if f">{{{{{place}}}}}<" in page.seen] == []


def test_the_page_of_everything_is_small_enough_for_a_mail(catalog: Catalog) -> None:
    assert len(html_page(catalog, of_landscape(catalog, Question(scope="wide")))) < 2_000_000


def test_the_page_tells_all_of_a_use_case_without_a_script(catalog: Catalog, hostile: Catalog) -> None:
    told = catalog.use_cases["siem"]
    seen = " ".join(read.page_of(html_page(catalog, of_use_case(catalog, "siem"))).seen.split())
    texts = [step.text for step in told.steps]
    texts += [each.text for each in (*told.why, *told.trade_offs, *told.alternatives)]
    texts += [failure.do for failure in told.failures]
    assert [text for text in texts if " ".join(text.split()) not in seen] == []
    hostile_page = read.page_of(html_page(hostile, RECORDS["use case"](hostile)))
    assert one_line(hostile.use_cases["read"].why[0].text) in hostile_page.seen
