"""A file has an address that gives the same bytes to everybody, and a sentence where it cannot give any."""

import asyncio
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from starlette.applications import Starlette
from starlette.routing import Route

from components.exports.formats import FORMATS, formats_of
from components.server.exports import LONGEST_ADDRESS, export
from components.server.line import FullError, Kept, Line
from components.worker.worker import DRAWINGS
from tests import read_exports as read
from tests.asgi import Answer, get, run

APP = Starlette(routes=[Route("/export/{file}", export)])


@pytest.fixture(scope="module", autouse=True)
def worker() -> Iterator[None]:
    """Ends the worker process after the tests, so that no pipe stays open."""
    yield
    DRAWINGS.close()


def ask(path: str, **headers: str) -> Answer:
    return get(APP, path, **headers)


@pytest.mark.parametrize("name", [each.name for each in FORMATS])
def test_every_format_of_a_use_case_has_an_address_with_a_name_and_a_type(name: str) -> None:
    answer = ask(f"/export/use-cases.{name}?use_case=welcome-message")
    kind = next(each for each in FORMATS if each.name == name)
    assert answer.status == 200
    assert answer.body
    assert answer.headers["content-type"].startswith(kind.mime)
    assert 'filename="welcome-message' in answer.headers["content-disposition"]
    again = ask(f"/export/use-cases.{name}?use_case=welcome-message", if_none_match=answer.headers["etag"])
    assert again.status == 304
    assert not again.body


@pytest.mark.parametrize("name", [each.name for each in formats_of(walks=False)])
def test_every_format_of_the_landscape_has_an_address_with_a_name_and_a_type(name: str) -> None:
    answer = ask(f"/export/landscape.{name}?service=dax")
    assert answer.status == 200
    assert answer.headers["content-type"].startswith(next(each.mime for each in FORMATS if each.name == name))
    assert 'filename="dax-and-its-neighbours' in answer.headers["content-disposition"]


ALIKE = ("svg", "png", "pdf", "pptx", "drawio", "html", "md", "json", "services.csv")


def _from_a_new_process() -> dict[str, bytes]:
    """A file of each format, drawn by a process that has drawn nothing before."""
    DRAWINGS.close()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("components.server.exports.KEPT", Kept(1_000_000))
        return {name: ask(f"/export/use-cases.{name}?use_case=welcome-message&step=1").body for name in ALIKE}


@pytest.fixture(scope="module")
def of_two_replicas() -> tuple[dict[str, bytes], dict[str, bytes]]:
    return _from_a_new_process(), _from_a_new_process()


@pytest.mark.parametrize("name", ALIKE)
def test_two_replicas_give_the_same_bytes(
    name: str, of_two_replicas: tuple[dict[str, bytes], dict[str, bytes]]
) -> None:
    first, second = of_two_replicas
    assert first[name] == second[name]


def test_an_address_draws_what_its_page_draws_and_leads_back_to_it() -> None:
    answer = ask("/export/landscape.json?service=dynamodb&direction=out&utm_source=wiki")
    held = read.in_json(answer.body)
    assert "dynamodb" in held.lit_services
    assert b'"address": "http://server/?service=dynamodb&direction=out"' in answer.body


def test_colours_are_light_unless_dark_ones_are_asked_for() -> None:
    light, dark = (ask(f"/export/landscape.svg?service=dax{theme}").body for theme in ("", "&theme=dark"))
    assert b'fill="#ffffff"' in light.partition(b"<text")[0]
    assert b'fill="#ffffff"' not in dark.partition(b"<text")[0]


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/export/costs.svg", 404, "no such view"),
        ("/export/landscape.bmp", 404, "no such format"),
        ("/export/landscape", 404, "no such format"),
        ("/export/use-cases.svg", 422, "Which use case?"),
        ("/export/use-cases.svg?use_case=siem&step=99", 400, "step"),
        ("/export/landscape.svg?scope=everything", 400, "scope"),
        ("/export/landscape.png?scale=9", 400, "scale"),
        (f"/export/landscape.svg?q={'a' * LONGEST_ADDRESS}", 414, "too long"),
    ],
)
def test_what_cannot_be_made_gets_one_sentence(path: str, status: int, words: str) -> None:
    answer = ask(path)
    assert answer.status == status
    assert words in answer.body.decode()
    assert answer.body.count(b"\n") == 1
    assert answer.headers["cache-control"] == "no-store"


def test_words_that_somebody_typed_are_kept_by_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Kept(1_000_000)
    monkeypatch.setattr("components.server.exports.KEPT", kept)
    assert ask(f"/export/landscape.md?q={quote('a secret')}").status == 200
    assert len(kept) == 0
    ask("/export/landscape.md")
    assert len(kept) == 1


def test_a_file_that_takes_too_long_is_told_in_one_sentence_logged_and_made_at_the_next_try(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    path = "/export/use-cases.png?use_case=welcome-message&step=2"
    with monkeypatch.context() as at_once:
        at_once.setattr(DRAWINGS, "_seconds", 0.0)
        answer = ask(path)
    assert (answer.status, answer.headers["cache-control"]) == (503, "no-store")
    words = "The file could not be made: the drawing took too long; show fewer services and try again."
    assert answer.body.decode().strip() == words
    assert caplog.messages == ["the worker drawings took longer than 0 s and was stopped"]
    assert ask(path).status == 200


def test_the_files_kept_stay_within_their_size() -> None:
    kept = Kept(100)
    for number in range(10):
        kept.put((str(number),), (b"x" * 40, "name", "type"))
    kept.put(("large",), (b"x" * 101, "name", "type"))
    assert len(kept) == 2
    assert kept.get(("9",))
    assert kept.get(("large",)) is None


def test_a_few_are_made_at_a_time_and_whoever_finds_the_line_full_is_told() -> None:
    async def three_ask() -> list[str]:
        line, done = Line(1, 1), asyncio.Event()

        async def one() -> str:
            try:
                async with line:
                    await done.wait()
                    return "made"
            except FullError:
                return "full"

        tasks = [asyncio.create_task(one()) for _ in range(3)]
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        done.set()
        return await asyncio.gather(*tasks)

    assert sorted(run(three_ask())) == ["full", "made", "made"]
