"""Tens of thousands of runs by visitors who come and go, on one process: does its memory settle?

Each opens a page, the next visitor the next one of the menu, and goes through addresses of it that are ever new; on the
landscape every second step is a click on the map.

`python -m tests.bench.endurance [runs] [visitors at once]`
"""

import asyncio
import random
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import urlencode

from components.frame.menu import PAGES, Page
from components.server.addresses import PARAMETERS_BY_PATH
from data.catalog import catalog
from tests.addresses import values
from tests.bench.sessions import Session, apart, resident
from tests.conftest import running_app

STEPS_OF_A_VISIT = 12
TOLD_EVERY = 1000


def made_up(page: Page, chance: random.Random) -> str:
    """A query of a page: up to three of its parameters, each with a value that it may have, or a number."""
    declared = PARAMETERS_BY_PATH[page.path]
    chosen = chance.sample(declared, min(len(declared), chance.randint(1, 3)))
    return urlencode(
        [(each.name, chance.choice(values(each, catalog()) or [str(chance.randint(1, 999))])) for each in chosen]
    )


class Visits:
    """The visits to one server, until there were so many runs."""

    def __init__(self, url: str, runs: int) -> None:
        self.url, self.runs = url, runs
        self.begun = self.done = self.errors = 0
        self.start = time.monotonic()

    async def go_on(self) -> None:
        """One visit after the other."""
        while self.done < self.runs:
            self.begun += 1
            await self._visit(PAGES[self.begun % len(PAGES)], random.Random(self.begun))  # noqa: S311

    async def _visit(self, page: Page, chance: random.Random) -> None:
        session = Session(self.url, made_up(page, chance), page.path)
        try:
            await session.open()
            self._count()
            for step in range(STEPS_OF_A_VISIT):
                session.query = made_up(page, chance)
                await session.rerun(inside_fragment=bool(session.fragment) and not page.path and step % 2 == 1)
                self._count()
        except Exception as error:
            self.errors += 1
            print(f"{page.title}: {session.query}: {type(error).__name__}: {error}", flush=True)
        finally:
            await session.close()

    def _count(self) -> None:
        self.done += 1
        if self.done % TOLD_EVERY == 0:
            speed = self.done / (time.monotonic() - self.start)
            print(
                f"{self.done} runs: {resident(self.url) / 1e6:.0f} MB, {speed:.1f} a second, {self.errors} errors",
                flush=True,
            )


async def _run(url: str, runs: int, visitors: int) -> None:
    print(f"before: {resident(url) / 1e6:.0f} MB", flush=True)
    visits = Visits(url, runs)
    await asyncio.gather(*(visits.go_on() for _ in range(visitors)))
    await asyncio.sleep(180)  # sessions are kept for two minutes
    print(f"three minutes after the last visitor left: {resident(url) / 1e6:.0f} MB", flush=True)


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:]]
    runs, visitors = (numbers + [30_000, 20][len(numbers) :])[:2]
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "app.log"
        with running_app(log, health="/readyz") as address:
            apart(_run(address, runs, visitors))
        failed = [line for line in log.read_text("utf-8").splitlines() if "failed" in line or "Error" in line]
        print(f"{len(failed)} lines of the log tell of a failure", *failed[:20], sep="\n")
