"""Small maps of cards: what they draw, and how they are served."""

from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from components.exports.small_map import BOX, ROW_GAP, rows_around, small_map_of_services, small_map_of_use_case
from data.landscape.walk import services_met
from data.records import Catalog
from tests import tiny_catalog as tiny
from tests.http_answers import ask

SVG = "{http://www.w3.org/2000/svg}"


def _words(drawing: bytes) -> str:
    return " ".join(node.get("aria-label") or "" for node in ET.fromstring(drawing).iter(f"{SVG}g"))


def test_a_small_map_of_a_use_case_has_a_glyph_for_each_service(catalog: Catalog) -> None:
    for use_case in catalog.use_cases.values():
        drawn = ET.fromstring(small_map_of_use_case(catalog, use_case.id, "light"))
        glyphs = [group for group in drawn.findall(f"{SVG}g") if "translate" in group.get("transform", "")]
        assert len(glyphs) == len(services_met(catalog, use_case)), use_case.id


def test_a_small_map_of_a_service_names_it_and_its_nearest_neighbours_and_keeps_within_the_picture(
    catalog: Catalog,
) -> None:
    for service in catalog.services.values():
        drawing = small_map_of_services(catalog, (service.id,), "dark")
        words = _words(drawing)
        assert service.short_name.split()[0] in words, service.id
        if catalog.connections_of(service.id):
            assert len(list(ET.fromstring(drawing).iter(f"{SVG}polygon"))) > 0, service.id
        high = float(ET.fromstring(drawing).get("height", "0"))
        assert high == rows_around(catalog, service.id) * (BOX[1] + ROW_GAP), "as a card keeps room for it"
        for box in ET.fromstring(drawing).findall(f"{SVG}rect"):
            assert 0 <= float(box.get("x", "-1")) <= 300 - float(box.get("width", "0")), service.id
            assert 0 <= float(box.get("y", "-1")) <= high - float(box.get("height", "0")), service.id


def test_names_are_drawn_with_the_letters_of_the_app_because_an_image_cannot_ask_for_a_font(catalog: Catalog) -> None:
    for service in catalog.services.values():
        drawn = ET.fromstring(small_map_of_services(catalog, (service.id,), "light"))
        assert list(drawn.iter(f"{SVG}text")) == []
        letters = {f"#{path.get('id')}": path.get("d", "") for path in drawn.iter(f"{SVG}path")}
        for line in drawn.findall(f"{SVG}g"):
            used = [letter.get("href", "") for letter in line]
            assert len(used) == len(line.get("aria-label", "").replace(" ", ""))
            assert all(letters[name] for name in used)


def test_a_name_with_letters_that_the_typeface_lacks_stays_text(tmp_path: Path) -> None:
    content = tiny.documents() | {"services/archive.yaml": tiny.service("archive", "検索 DB", "search", "analyse")}
    drawn = ET.fromstring(small_map_of_services(tiny.tiny_catalog(tmp_path, content), ("archive",), "light"))
    assert [line.text for line in drawn.iter(f"{SVG}text")] == ["検索 DB"]


def test_services_that_are_compared_stand_beside_each_other(catalog: Catalog) -> None:
    words = _words(small_map_of_services(catalog, ("rds", "dynamodb"), "light"))
    assert "RDS" in words
    assert "DynamoDB" in words


def test_no_box_of_a_small_map_lies_on_another(catalog: Catalog) -> None:
    core = [service.id for service in catalog.services.values() if service.scope == "core"]
    pairs = [*combinations(core, 2), *(tuple(core[place : place + 4]) for place in range(len(core) - 3))]
    for services in pairs:
        boxes = ET.fromstring(small_map_of_services(catalog, services, "light")).findall(f"{SVG}rect")
        places = [(float(box.get("x", "")), float(box.get("y", ""))) for box in boxes]
        for (x0, y0), (x1, y1) in combinations(places, 2):
            assert abs(x0 - x1) >= BOX[0] or abs(y0 - y1) >= BOX[1], services


def test_small_maps_are_served_and_not_sent_twice(app_url: str) -> None:
    path = "/small-map/use-case.svg?use_case=siem&theme=dark"
    answer = ask(app_url, path)
    assert answer.header("content-type").startswith("image/svg+xml")
    assert b"<svg" in answer.body
    assert ask(app_url, path, if_none_match=answer.header("etag")).status == 304


@pytest.mark.parametrize(
    "path", ["use-case.svg?use_case=nothing", "services.svg", "services.svg?service=%3Cb%3E", "x.svg"]
)
def test_a_map_of_nothing_is_not_there(app_url: str, path: str) -> None:
    assert ask(app_url, f"/small-map/{path}").status == 404
