"""Visitors who bring templates while others click: how much longer the others wait, and how long a reading takes."""

import asyncio
import json
import statistics
import time
from typing import Any

from playwright.sync_api import Browser
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.bench.sessions import FINISHED, PATIENCE, Session, apart

CLICKS, OTHERS = 25, 4


def template(resources: int) -> str:
    """A template with tables, roles, functions and mappings, four resources each."""
    body: dict[str, Any] = {}
    for number in range(resources // 4):
        table, role, function = f"Table{number}", f"Role{number}", f"Function{number}"
        arn, stream = ({"Fn::GetAtt": [table, name]} for name in ("Arn", "StreamArn"))
        statement = {"Effect": "Allow", "Action": ["dynamodb:GetItem"], "Resource": arn}
        policy = {"PolicyName": "p", "PolicyDocument": {"Statement": [statement]}}
        variables = {"Environment": {"Variables": {"TABLE": {"Ref": table}}}}
        body |= {
            table: {
                "Type": "AWS::DynamoDB::Table",
                "Properties": {"StreamSpecification": {"StreamViewType": "NEW_IMAGE"}},
            },
            role: {"Type": "AWS::IAM::Role", "Properties": {"Policies": [policy]}},
            function: {
                "Type": "AWS::Lambda::Function",
                "Properties": {"Role": {"Fn::GetAtt": [role, "Arn"]}, **variables},
            },
            f"Mapping{number}": {
                "Type": "AWS::Lambda::EventSourceMapping",
                "Properties": {"EventSourceArn": stream, "FunctionName": {"Ref": function}},
            },
        }
    return json.dumps({"Resources": body})


class Bringing(Session):
    """A visitor of the page of estates, who pastes a template."""

    async def open(self) -> None:
        """Open the page and find its field and its button."""
        await super().open()
        self.ids: dict[str, str] = {}
        await self._run(BackMsg())

    async def bring(self, text: str) -> float:
        """Paste it, press the button; the seconds until the answer is there."""
        message = BackMsg()
        field, button = (
            message.rerun_script.widget_states.widgets.add(),
            message.rerun_script.widget_states.widgets.add(),
        )
        field.id, field.string_value = self.ids["text_area"], text
        button.id, button.trigger_value = self.ids["button"], True
        return await self._run(message)

    async def _run(self, message: BackMsg) -> float:
        message.rerun_script.query_string, message.rerun_script.page_name = self.query, self.page
        start = time.perf_counter()
        await self.socket.send(message.SerializeToString())
        while True:
            answer = ForwardMsg()
            answer.ParseFromString(await asyncio.wait_for(self.socket.recv(), 4 * PATIENCE))  # type: ignore[arg-type]
            element = answer.delta.new_element
            if element.WhichOneof("type") == "text_area":
                self.ids["text_area"] = element.text_area.id
            if element.WhichOneof("type") == "button" and element.button.label == "Read it":
                self.ids["button"] = element.button.id
            if answer.WhichOneof("type") == "script_finished" and answer.script_finished in FINISHED:
                return time.perf_counter() - start


async def _clicks(url: str, until: asyncio.Event | None) -> list[float]:
    others = [Session(url, "service=dynamodb") for _ in range(OTHERS)]
    for session in others:
        await session.open()
    found: list[float] = []
    while (until is None and len(found) < CLICKS * OTHERS) or (until is not None and not until.is_set()):
        for session in others:
            found.append(await session.rerun(inside_fragment=True))
            await asyncio.sleep(0.02)
    for session in others:
        await session.close()
    return found


async def _measure(url: str, visitors: int, resources: int) -> tuple[list[float], list[float], list[float]]:
    alone, done, text = await _clicks(url, None), asyncio.Event(), template(resources)
    bringing = [Bringing(url, "", "estate") for _ in range(visitors)]
    for session in bringing:
        await session.open()
    clicks = asyncio.create_task(_clicks(url, done))
    took = await asyncio.gather(*(session.bring(text) for session in bringing))
    done.set()
    beside = await clicks
    for session in bringing:
        await session.close()
    return alone, beside, took


def seconds_beside_uploads(url: str, visitors: int = 20, resources: int = 250) -> tuple[float, float, float]:
    """The late click (p90) while nobody brings a template, the same while so many do at once, and the median time from
    a template to its page.
    """
    alone, beside, took = apart(_measure(url, visitors, resources))
    late = [statistics.quantiles(seconds, n=10)[-1] for seconds in (alone, beside)]
    return late[0], late[1], statistics.median(took)


def drop_to_picture(browser: Browser, url: str, resources: int) -> float:
    """Seconds from dropping a template on the page to the picture of it."""
    page = browser.new_context(viewport={"width": 1280, "height": 720}).new_page()
    page.goto(f"{url}/estate")
    page.locator('input[type="file"]').first.wait_for(state="attached")
    page.wait_for_timeout(2000)  # the waiting process loads its libraries meanwhile
    file = {"name": "template.json", "mimeType": "application/json", "buffer": template(resources).encode()}
    start = time.perf_counter()
    page.locator('input[type="file"]').first.set_input_files(file)  # type: ignore[arg-type]
    page.locator(".ldg-plot .main-svg").first.wait_for(timeout=120_000)
    took = time.perf_counter() - start
    page.context.close()
    return took


if __name__ == "__main__":
    import tempfile
    from pathlib import Path

    from playwright.sync_api import sync_playwright

    from tests.browser import FLAGS, browser_path
    from tests.conftest import running_app

    with (
        tempfile.TemporaryDirectory() as folder,
        running_app(Path(folder) / "app.log") as app,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=browser_path(), args=list(FLAGS))
        for resources in (250, 250, 5000):
            print(f"{resources} resources from drop to picture: {drop_to_picture(browser, app, resources):.2f} s")
        for visitors in (1, 20):
            told = ", ".join(f"{1000 * value:.0f} ms" for value in seconds_beside_uploads(app, visitors))
            print(f"{visitors} visitors bring 250 resources: click p90 alone, beside it, time to the page: {told}")
        browser.close()
