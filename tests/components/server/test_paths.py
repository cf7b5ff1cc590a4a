"""Below the path of the app is what there is, and nothing else, each at one address."""

import gzip
from urllib.parse import urljoin

import pytest

from components.frame.menu import PAGES
from components.picture.plot_script import SCRIPT
from tests.http_answers import ask
from tests.replicas import Replica


@pytest.mark.parametrize(
    "path",
    [
        "/atlas/api/nothing",
        "/atlas/api",
        "/atlas/assets/plotly.js",
        "/atlas/export/nothing",
        "/atlas/robots.txt",
        "/atlas/favicon.ico",
        "/atlas/.git/HEAD",
        "/atlas/use-cases/index.php",
        "/atlas/use-cases/siem",
        "/atlas//use-cases",
        "/atlas//",
        "/atlas//evil.example/",
        "/atlas/no/such",
        "/atlas/auth/login",
        "/atlas/oauth2callback",
        "/atlas/_stcore/metrics",
        "/atlas/_stcore/agent/openapi.json",
        "/robots.txt",
        "/use-cases",
    ],
)
def test_what_is_not_there_is_404(below: Replica, path: str) -> None:
    assert ask(below.url, path).status == 404


def test_pages_and_own_addresses_are_there_under_the_path(below: Replica) -> None:
    for page in PAGES:
        assert "text/html" in ask(below.url, f"/atlas/{page.path}").header("content-type")
    assert ask(below.url, "/atlas/favicon.png").status == 200
    for path in ("/atlas/healthz", "/healthz", "/atlas/readyz", "/readyz"):
        assert ask(below.url, path).header("content-type") == "application/json", path
    assert ask(below.url, "/atlas/api/catalog.json").status == 200


@pytest.mark.parametrize(
    ("path", "right"),
    [
        ("/atlas", "/atlas/"),
        ("/atlas?service=dax", "/atlas/?service=dax"),
        ("/atlas/services/?service=dax&q=a%20b", "/atlas/services?service=dax&q=a%20b"),
        ("/atlas/no-such/", "/atlas/no-such"),
    ],
)
def test_a_slash_too_many_or_too_few_leads_to_the_right_address_behind_any_proxy(
    below: Replica, path: str, right: str
) -> None:
    answer = ask(below.url, path)
    assert answer.status == 301
    to = answer.header("location")
    assert urljoin(below.url + path, to) == below.url + right
    stripped = f"https://wiki.example.com/wiki{path}"
    assert urljoin(stripped, to) == f"https://wiki.example.com/wiki{right}"


def test_the_map_finds_its_script_under_the_path(below: Replica) -> None:
    assert ask(below.url, f"/atlas/{SCRIPT}").status == 200


def test_the_catalog_is_sent_again_only_to_whoever_has_another(below: Replica) -> None:
    path = "/atlas/api/catalog.json"
    plain, packed = ask(below.url, path), ask(below.url, path, Accept_Encoding="gzip")
    assert gzip.decompress(packed.body) == plain.body
    assert packed.header("content-encoding") == "gzip"
    assert plain.header("vary") == packed.header("vary") == "Accept-Encoding"
    assert "max-age" in plain.header("cache-control")
    for encoding in ("gzip;q=0", "identity", "br;q=1, gzip;q=0.0", "*;q=0"):
        refused = ask(below.url, path, Accept_Encoding=encoding)
        assert (refused.header("content-encoding"), refused.body) == ("", plain.body), encoding
    assert plain.header("etag") != packed.header("etag")
    for mark, encoding in ((plain.header("etag"), "identity"), (packed.header("etag"), "gzip")):
        known = ask(below.url, path, If_None_Match=mark, Accept_Encoding=encoding)
        assert (known.status, known.body) == (304, b"")
        assert known.header("etag") == mark
    assert ask(below.url, path, If_None_Match='"another"').status == 200
