"""Where the layout of a picture fails, the page says so in one sentence, tells the same in words, and the log has the
reason."""

from collections.abc import Iterator

import pytest

from components.picture import places, views
from components.worker.worker import LAYOUTS
from tests.app_pages import open_page, texts


@pytest.fixture
def no_time(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No layout is finished in time, and none that was made before is known."""
    places._kept.cache_clear()
    places._kept_grid.cache_clear()
    views._kept.cache_clear()
    with monkeypatch.context() as at_once:
        at_once.setattr(LAYOUTS, "_seconds", 0.0)
        yield


@pytest.mark.usefixtures("no_time")
@pytest.mark.parametrize(
    ("path", "parameters", "told"),
    [
        ("", {"service": "dax"}, "DynamoDB Accelerator"),
        ("use-cases", {"use_case": "siem"}, "SIEM"),
        ("compare", {"service": ["rds", "dynamodb"]}, "DynamoDB"),
        ("learn", {"path": "tour", "stop": "2"}, "The tour"),
        ("costs", {"model": "use-case", "use_case": "siem"}, "What it costs"),
    ],
)
def test_a_page_whose_picture_fails_says_so_and_tells_the_rest(
    path: str, parameters: dict[str, str | list[str]], told: str, caplog: pytest.LogCaptureFixture
) -> None:
    app = open_page(path, **parameters)
    assert not app.exception
    assert [error.value.count("cannot be drawn: the drawing took too long;") for error in app.error] == [1]
    assert told in texts(app)
    assert "the worker layouts took longer than 0 s and was stopped" in caplog.messages
