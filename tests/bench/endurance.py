"""Tens of thousands of runs by visitors who come and go, on one process: does its memory settle?

`python -m tests.bench.endurance [runs] [visitors at once]`
"""

import asyncio
import random
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.crowd import SERVICES, command_with
from tests.bench.sessions import Session, apart, resident
from tests.conftest import running_app

CLICKS_OF_A_VISIT = 12
REPORTS = 10


async def _run(url: str, runs: int, visitors: int) -> None:
    done, errors = 0, 0
    start = time.monotonic()
    told = 0

    async def visit(number: int) -> None:
        nonlocal done, errors, told
        chance = random.Random(number)  # noqa: S311
        while done < runs:
            session = Session(url, f"service={chance.choice(SERVICES)}&depth={chance.randint(1, 3)}")
            try:
                await session.open()
                for _ in range(CLICKS_OF_A_VISIT):
                    session.query = f"service={chance.choice(SERVICES)}"
                    await session.rerun(inside_fragment=True)
            except Exception:
                errors += 1
            finally:
                await session.close()
            done += CLICKS_OF_A_VISIT + 1
            if done * REPORTS // runs > told:
                told = done * REPORTS // runs
                speed = done / (time.monotonic() - start)
                print(f"{done} runs: {resident(url) / 1e6:.0f} MB, {speed:.0f} a second, {errors} errors", flush=True)

    print(f"before: {resident(url) / 1e6:.0f} MB", flush=True)
    await asyncio.gather(*(visit(number) for number in range(visitors)))
    await asyncio.sleep(180)  # sessions are kept for two minutes
    print(f"three minutes after the last visitor left: {resident(url) / 1e6:.0f} MB", flush=True)


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:]]
    runs, visitors = (numbers + [30_000, 20][len(numbers) :])[:2]
    with (
        tempfile.TemporaryDirectory() as folder,
        running_app(Path(folder) / "app.log", command_with(), health="/readyz") as address,
    ):
        apart(_run(address, runs, visitors))
