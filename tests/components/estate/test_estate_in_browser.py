"""One's own estate in a real browser: an upload, a click on the map, a finding and its route, a reason, an export, and
that nothing of it stands in the address, the log, or another visitor's page."""

import json
import re
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, expect

from tests.conftest import PLACE_OF_BOX, settled
from tests.estate.reading import INPUTS
from tests.tabs import PHONE

NewContext = Callable[..., BrowserContext]
MARK = "marker-of-a-private-table"
TEMPLATE = f"""
Resources:
  PrivateTable:
    Type: AWS::DynamoDB::Table
    Properties: {{TableName: {MARK}}}
  Database: {{Type: AWS::RDS::DBInstance, Properties: {{Engine: postgres, VPCSecurityGroups: [!Ref DatabaseGroup]}}}}
  Group: {{Type: AWS::EC2::SecurityGroup}}
  DatabaseGroup:
    Type: AWS::EC2::SecurityGroup
    Properties: {{SecurityGroupIngress: [{{FromPort: 5432, SourceSecurityGroupId: !Ref Group}}]}}
  Checkout:
    Type: AWS::Lambda::Function
    Properties:
      VpcConfig: {{SecurityGroupIds: [!Ref Group], SubnetIds: [a]}}
      Environment: {{Variables: {{T: !Ref PrivateTable}}}}
""".encode()


def upload(page: Page, *files: dict[str, object]) -> None:
    page.locator('input[type="file"]').first.set_input_files(list(files))  # type: ignore[arg-type]
    expect(page.get_by_text("At a glance")).to_be_visible(timeout=30_000)
    drawn(page)


def drawn(page: Page) -> Page:
    settled(page)
    page.wait_for_function("() => document.querySelector('.ldg-plot')?.data?.length")
    return settled(page)


def test_from_an_upload_to_a_route_and_a_reason(page: Page, app_url: str, app_log: Path) -> None:
    page.goto(f"{app_url}/estate")
    settled(page)
    upload(page, {"name": "private.yaml", "mimeType": "text/yaml", "buffer": TEMPLATE})
    assert page.url.rstrip("/").endswith("/estate")

    x, y = page.evaluate(PLACE_OF_BOX, "dynamodb")
    page.mouse.click(x, y)
    expect(page.get_by_text("DynamoDB in your estate")).to_be_visible()
    expect(page.get_by_text("point-in-time recovery: not written, so no")).to_be_visible()
    card = page.locator(".st-key-panel-card")
    assert card.evaluate("node => node.scrollHeight <= node.clientHeight + 1")  # the page alone scrolls
    page.locator(".st-key-estate-card-close button").first.click()
    expect(page.get_by_text("At a glance")).to_be_visible()

    settled(page)
    page.get_by_text("Lambda reaches the database without a proxy").last.click()
    expect(page.get_by_role("button", name="Draw it with RDS Proxy")).to_be_visible()
    settled(page)
    page.get_by_role("button", name="Draw it with RDS Proxy").click()
    expect(page.get_by_role("button", name=re.compile("Leave the route"))).to_be_visible()
    drawn(page)
    lit = page.evaluate("() => document.querySelector('.ldg-plot').layout.meta.connections")
    assert set(lit) == {"lambda--rds-proxy", "rds-proxy--rds", "rds-proxy--secrets-manager"}

    page.get_by_role("textbox", name="Accept with a reason").fill("five functions at most")
    page.get_by_role("button", name="Accept", exact=True).click()
    expect(page.get_by_text("1 finding accepted")).to_be_visible()

    page.get_by_role("button", name="Export").click()
    with page.expect_download() as made:
        page.get_by_role("button", name="JSON", exact=True).click()
    report = json.loads(made.value.path().read_text("utf-8"))
    assert sum(report["counts"].values()) == len(report["resources"])
    accepted = [one for one in report["findings"] if one["accepted"]]
    assert [one["accepted"]["reason"] for one in accepted] == ["five functions at most"]

    assert MARK not in page.url
    assert MARK not in app_log.read_text("utf-8", "replace")


def test_another_visitor_sees_nothing_of_it_and_the_server_keeps_nothing(
    tab: Callable[..., Page], app_url: str, app_log: Path
) -> None:
    first, second, start = tab(), tab(), time.time()
    first.goto(f"{app_url}/estate")
    settled(first)
    upload(first, {"name": "private.yaml", "mimeType": "text/yaml", "buffer": TEMPLATE})
    second.goto(f"{app_url}/estate")
    settled(second)
    expect(second.get_by_text("Or look at an example")).to_be_visible()
    assert "PrivateTable" not in second.content()
    for path in ("/api/catalog.json", "/healthz", "/readyz"):
        assert MARK not in second.request.get(app_url + path).text()
    new = [path for path in Path(tempfile.gettempdir()).iterdir() if path.is_file() and path.stat().st_mtime >= start]
    assert not [path for path in (*new, app_log) if MARK.encode() in path.read_bytes()]
    first.get_by_role("button", name="Other files").click()
    expect(first.get_by_text("Or look at an example")).to_be_visible()


def test_a_broken_file_is_told_with_its_line_and_the_next_one_is_read(page: Page, app_url: str) -> None:
    page.goto(f"{app_url}/estate")
    settled(page)
    broken = {"name": "broken.tf", "mimeType": "text/plain", "buffer": b'resource "a" "b" {\n  x = \n'}
    page.locator('input[type="file"]').first.set_input_files(broken)  # type: ignore[arg-type]
    expect(page.get_by_text("broken.tf, line 2")).to_be_visible(timeout=30_000)
    settled(page)
    good = INPUTS / "reference.tf"
    upload(page, {"name": good.name, "mimeType": "text/plain", "buffer": good.read_bytes()})
    expect(page.get_by_text("3 resources: 2 on the map")).to_be_visible()


def test_the_page_fits_a_phone(tab: Callable[..., Page], app_url: str) -> None:
    page = tab(**PHONE)
    page.goto(f"{app_url}/estate?example=warehouse")
    drawn(page)
    assert page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth")
