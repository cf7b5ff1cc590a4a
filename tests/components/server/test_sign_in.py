"""With sign-in nothing is shown before it, a deep link survives it, and a replica knows whom another one let in."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect

from components.server import sign_in
from components.server.configuration import read_configuration
from tests.conftest import running_app
from tests.http_answers import ask, connects
from tests.replicas import Replica


@dataclass(frozen=True)
class Signed:
    """Two replicas that share their secrets; `first` is the one that the provider knows."""

    first: Replica
    second: Replica


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Signed]:
    folder = tmp_path_factory.mktemp("sign-in")
    provider = [sys.executable, "-m", "uvicorn", "tests.components.server.oidc_provider:app", "--port"]
    replicas = [Replica(folder / "first.log"), Replica(folder / "second.log")]
    health = "/.well-known/openid-configuration"
    with running_app(folder / "provider.log", lambda port: [*provider, str(port)], health=health) as issuer:
        for replica, open_data in zip(replicas, ("off", "on"), strict=True):
            replica.set(
                LANDSCAPE_SIGN_IN="on",
                LANDSCAPE_SIGN_IN_OPEN_DATA=open_data,
                LANDSCAPE_PUBLIC_URL=replicas[0].url,
                LANDSCAPE_ORIGINS=replicas[1].url,
                LANDSCAPE_OIDC_METADATA_URL=issuer + health,
                LANDSCAPE_OIDC_CLIENT_ID="landscape",
                LANDSCAPE_OIDC_CLIENT_SECRET="a-secret",  # noqa: S106
                LANDSCAPE_COOKIE_SECRET="the-same-in-every-replica-of-this-test",  # noqa: S106
            )
            replica.begin()
        for replica in replicas:
            replica.wait("/readyz")
        yield Signed(*replicas)
        for replica in replicas:
            replica.stop()


def test_nothing_is_answered_before_the_sign_in_but_the_probes(signed: Signed) -> None:
    url = signed.first.url
    assert ask(url, "/use-cases").status == 302
    for path in ("/api/catalog.json", "/api/search?q=dax", "/changes.atom", "/export/x.svg", "/media/x"):
        assert ask(url, path).status == 401, path
    assert not connects(url, Origin=url)
    for path in ("/healthz", "/readyz"):
        assert ask(url, path).status == 200, path
    assert ask(url, "/", Cookie="_streamlit_user=forged").status == 302


def test_the_data_can_be_opened_on_purpose(signed: Signed) -> None:
    assert ask(signed.second.url, "/api/catalog.json").status == 200
    assert ask(signed.second.url, "/").status == 302


def test_a_frame_says_that_signing_in_does_not_work_there(signed: Signed) -> None:
    answer = ask(signed.first.url, "/?use_case=siem&embed=true", Sec_Fetch_Dest="iframe")
    assert answer.status == 403
    assert f"{signed.first.url}/?use_case=siem&embed=true" in answer.body.decode()


def test_a_deep_link_survives_the_sign_in_and_another_replica_knows_it(signed: Signed, page: Page) -> None:
    page.goto(f"{signed.first.url}/?service=rds&depth=2")
    page.wait_for_selector(".ldg-plot .main-svg")
    expect(page).to_have_url(f"{signed.first.url}/?service=rds&depth=2")
    expect(page.get_by_role("heading", name="RDS and its neighbours, 2 steps away")).to_be_visible()
    cookies = {cookie["name"]: cookie for cookie in page.context.cookies()}
    assert cookies["_streamlit_user"]["httpOnly"]
    assert "landscape_return" not in cookies
    known = f"_streamlit_user={cookies['_streamlit_user']['value']}"
    for replica in (signed.first, signed.second):
        assert ask(replica.url, "/services", Cookie=known).status == 200
        assert ask(replica.url, "/api/catalog.json", Cookie=known).status == 200
        assert connects(replica.url, Cookie=known, Origin=replica.url)
    page.locator("header").get_by_text("About", exact=True).click()
    page.get_by_text("Sign out", exact=True).click()
    expect(page.get_by_role("heading", name="You have signed out")).to_be_visible()
    assert "_streamlit_user" not in {cookie["name"] for cookie in page.context.cookies()}
    page.get_by_role("link", name="Sign in again").click()
    page.wait_for_selector(".ldg-plot .main-svg")


def test_whoever_comes_back_from_signing_out_at_the_provider_is_not_signed_in_again(signed: Signed) -> None:
    answer = ask(signed.first.url, "/oauth2callback")
    assert (answer.status, answer.all("set-cookie")) == (200, [])
    assert "You have signed out" in answer.body.decode()


def test_whoever_is_refused_is_told_so_and_not_sent_round_and_round(signed: Signed, page: Page) -> None:
    page.context.add_cookies([{"name": "refused", "value": "1", "domain": "127.0.0.1", "path": "/"}])
    page.goto(f"{signed.first.url}/services")
    expect(page.locator("body")).to_contain_text("The sign-in did not work")


@pytest.mark.parametrize("asked", ["//evil.example/x", "/evil", "https://evil.example", "/../../x", "/\\evil.example"])
def test_nobody_is_led_elsewhere(asked: str, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = read_configuration({"LANDSCAPE_PUBLIC_URL": "https://wiki.example.com/atlas"})
    monkeypatch.setattr(sign_in, "configuration", lambda: settings)
    assert sign_in.return_address(asked) == "https://wiki.example.com/atlas/"
    assert sign_in.return_address("/services?q=//evil") == "https://wiki.example.com/atlas/services?q=//evil"
