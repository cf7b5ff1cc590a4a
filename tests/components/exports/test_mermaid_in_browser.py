"""Mermaid's own script draws what is exported as its source."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from components.exports.mermaid import MOST_ARROWS, mermaid_source
from components.exports.record import ExportRecord
from components.exports.too_large import TooLargeError
from data.landscape.view import Question
from data.records import Catalog
from tests.components.exports.other_tools import mermaid_script
from tests.components.exports.records import hostile_catalog, of_landscape, of_use_case

DRAW = """async ([source, theme]) => {
  mermaid.initialize({ startOnLoad: false, theme, securityLevel: "strict" });
  const { svg } = await mermaid.render("drawn", source);
  document.body.innerHTML = svg;
  return {
    boxes: [...document.querySelectorAll(".node .nodeLabel")].map((label) => label.textContent),
    arrows: [...document.querySelectorAll(".edgeLabel .edgeLabel")].map((label) => label.textContent).filter(Boolean),
    lanes: [...document.querySelectorAll(".cluster")].map((lane) => lane.getBoundingClientRect())
      .map(({ x, width }, place) => [document.querySelectorAll(".cluster")[place].textContent.trim(), x, x + width]),
    twoHeads: [...document.querySelectorAll(".edgePaths path[marker-start][marker-end]")]
      .filter((line) => getComputedStyle(line).markerEnd !== "none").length,
  };
}"""
RECORDS: dict[str, Callable[[Catalog], ExportRecord]] = {
    "use case": lambda catalog: of_use_case(catalog, "siem"),
    "step": lambda catalog: of_use_case(catalog, "siem", 2),
    "core services": lambda catalog: of_landscape(catalog, Question()),
    "neighbours": lambda catalog: of_landscape(catalog, Question(service="dynamodb", look="only")),
}


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A page of no host, whose policy would forbid Mermaid's script."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


def drawn(page: Page, record: ExportRecord, theme: str = "default") -> dict[str, Any]:
    script = mermaid_script()
    if script is None:
        pytest.skip("Mermaid could not be fetched by npm: nothing of others has read this format")
    page.set_content("<body></body>")
    page.add_script_tag(content=script)
    told: dict[str, Any] = page.evaluate(DRAW, [mermaid_source(record).decode(), theme])
    return told


@pytest.mark.parametrize(
    ("kind", "theme"), [("use case", "default"), ("step", "dark"), ("core services", "dark"), ("neighbours", "default")]
)
def test_mermaid_draws_every_service_lane_and_connection_by_its_name(
    kind: str, theme: str, page: Page, catalog: Catalog
) -> None:
    record = RECORDS[kind](catalog)
    told = drawn(page, record, theme)
    kinds = {entry.id: entry.name for entry in catalog.taxonomy.kinds}
    assert {box.name for box in record.scene.boxes} <= set(told["boxes"])
    places = {name: (left, right) for name, left, right in told["lanes"]}
    assert {lane.name for lane in record.scene.lanes} | {"Legend"} == set(places)
    for before, after in pairwise(lane.name for lane in record.scene.lanes):
        assert places[before][1] < places[after][0], "lanes stand in their order"
    assert told["twoHeads"] == 0
    wanted = [
        f"{arrow.badge} · {kinds[arrow.kind]}" if arrow.badge else kinds[arrow.kind] for arrow in record.scene.arrows
    ]
    assert sorted(told["arrows"]) == sorted(wanted)
    assert {entry.name for entry in record.categories()} <= set(told["boxes"])


def test_mermaid_draws_names_that_look_like_its_own_signs(page: Page, tmp_path: Any) -> None:
    record = of_use_case(hostile_catalog(tmp_path), "read")
    told = drawn(page, record)
    assert len(told["boxes"]) >= len(record.scene.boxes)


def test_a_map_that_mermaid_cannot_show_so_that_it_is_read_is_refused_with_what_to_take_instead(
    catalog: Catalog,
) -> None:
    every = catalog.taxonomy
    layers, families = tuple(kind.id for kind in every.kinds), tuple(family.id for family in every.families)
    record = of_landscape(catalog, Question(scope="wide", layers=layers, families=families))
    assert len(record.scene.arrows) > MOST_ARROWS
    with pytest.raises(TooLargeError, match="take the core services"):
        mermaid_source(record)
