"""Whatever an address says, the page opens: every id in every parameter, and whatever else somebody may write.

Here a few of each; `ADDRESSES=5000 pytest tests/pages/test_addresses.py` opens every id and as many made-up addresses.
"""

import logging
import os
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from components.frame.menu import PAGES
from components.server.addresses import PARAMETERS_BY_PATH
from data.catalog import catalog as whole_catalog
from data.records import Catalog
from tests.addresses import values
from tests.app_pages import open_page, url_parameters

MADE_UP = int(os.environ.get("ADDRESSES", "25"))
EVERY_ID = MADE_UP >= 1000
A_FEW = 2
PATHS = [page.path for page in PAGES]
NASTY = [
    "",
    " ",
    "\x00",
    "\ud7ff",
    "-1",
    "0",
    "1",
    "99",
    "1e999",
    "NaN",
    "<b>",
    "[x](y)",
    "$$",
    ":red[x]",
    "../..",
    "%00",
    "x" * 3000,
    "a--b",
]


@cache
def _everything() -> list[str]:
    catalog = whole_catalog()
    every = (parameter for declared in PARAMETERS_BY_PATH.values() for parameter in declared)
    return sorted({value for parameter in every for value in values(parameter, catalog)} | set(NASTY))


@cache
def _page(path: str) -> AppTest:
    return open_page(path)


def _opened(path: str, parameters: dict[str, list[str]]) -> AppTest:
    app = _page(path)
    app.query_params.clear()
    app.query_params.update(parameters)
    return app.run()


def _assert_it_opens(path: str, parameters: dict[str, list[str]], caplog: pytest.LogCaptureFixture) -> None:
    """Without an exception on the page, and without a line of the log that tells of an error."""
    caplog.clear()
    with caplog.at_level(logging.ERROR):
        assert not _opened(path, parameters).exception, parameters
    assert [line for line in caplog.messages if "runtime" not in line] == [], parameters


@pytest.mark.timeout(7200)
@pytest.mark.parametrize("path", PATHS)
def test_every_id_of_every_parameter_opens(path: str, catalog: Catalog, caplog: pytest.LogCaptureFixture) -> None:
    for parameter in PARAMETERS_BY_PATH[path]:
        possible = values(parameter, catalog)
        for value in possible if EVERY_ID else possible[:: max(1, len(possible) // A_FEW)][:A_FEW]:
            _assert_it_opens(path, {parameter.name: [value]}, caplog)


addresses = st.dictionaries(
    st.sampled_from(sorted(url_parameters() | {"embed", "nothing"})),
    st.lists(
        st.one_of(st.deferred(lambda: st.sampled_from(_everything())), st.text(max_size=30)), min_size=1, max_size=3
    ),
    max_size=6,
)


@pytest.mark.timeout(7200)
@settings(max_examples=MADE_UP, deadline=None, database=None, suppress_health_check=list(HealthCheck))
@given(path=st.sampled_from(PATHS), parameters=addresses)
def test_whatever_an_address_says_its_page_opens(
    path: str, parameters: dict[str, list[str]], caplog: pytest.LogCaptureFixture
) -> None:
    _assert_it_opens(path, parameters, caplog)
