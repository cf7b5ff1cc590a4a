"""What an address says is shown as text: nothing of it becomes a link in the app's own words."""

from urllib.parse import quote

import pytest
from playwright.sync_api import Page

from tests.conftest import settled

TYPED = "HTTP://evil.example/login www.evil.example a@evil.example mailto:b@evil.example [x](https://evil.example)"


@pytest.mark.parametrize("path", ["", "use-cases", "sources?section=glossary"])
def test_an_address_that_somebody_typed_is_no_link(app_url: str, page: Page, path: str) -> None:
    page.goto(f"{app_url}/{path}{'&' if '?' in path else '?'}q={quote(TYPED)}")
    settled(page)
    page.wait_for_function(
        "() => document.body.innerText.replaceAll('\\u2060', '').toLowerCase().includes('evil.example')"
    )
    addresses = page.evaluate("() => [...document.querySelectorAll('a')].map(link => link.href)")
    assert [address for address in addresses if "evil.example" in address.split("?")[0]] == []
