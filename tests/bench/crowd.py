"""Hundreds of visitors who think between their clicks, on one process: how long they wait, and what it costs.

`python -m tests.bench.crowd [visitors] [seconds] [option=value of Streamlit ...]`, or a part of `make bench`.
"""

import asyncio
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from tests.bench.sessions import Session, apart, resident
from tests.conftest import running_app

THINKING = 10.0  # seconds between two clicks of a visitor
SERVICES = ("dynamodb", "rds", "redshift", "opensearch", "dax", "lambda", "s3", "rds-proxy")


@dataclass
class Crowd:
    """What was measured: seconds of clicks and probes, bytes of the server."""

    clicks: list[float] = field(default_factory=list)
    opened: list[float] = field(default_factory=list)
    probes: dict[str, list[float]] = field(default_factory=lambda: {"/healthz": [], "/readyz": []})
    errors: list[str] = field(default_factory=list)
    memory: dict[str, float] = field(default_factory=dict)
    seconds: float = 0.0

    def lines(self) -> Iterator[str]:
        """What was measured, in words."""
        yield f"{len(self.clicks)} clicks, {len(self.clicks) / self.seconds:.0f} a second, {len(self.errors)} errors"
        for what, seconds in (("click", self.clicks), ("opening a page", self.opened), *self.probes.items()):
            if seconds:
                median, late, latest = (
                    1000 * value for value in (statistics.median(seconds), percentile(seconds, 95), max(seconds))
                )
                yield f"{what}: p50 {median:.0f} ms, p95 {late:.0f} ms, longest {latest:.0f} ms"
        yield "memory: " + ", ".join(f"{value / 1e6:.0f} MB {when}" for when, value in self.memory.items())


def percentile(values: list[float], percent: int) -> float:
    """The value that `percent` in a hundred do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, len(ordered) * percent // 100)]


async def _visit(url: str, crowd: Crowd, until: float, number: int) -> None:
    chance = random.Random(number)  # noqa: S311
    await asyncio.sleep(chance.uniform(0, THINKING))
    session = Session(url, "service=dynamodb")
    try:
        start = time.perf_counter()
        await session.open()
        crowd.opened.append(time.perf_counter() - start)
        while time.monotonic() < until:
            await asyncio.sleep(chance.uniform(0.5, 1.5) * THINKING)
            session.query = f"service={chance.choice(SERVICES)}"
            crowd.clicks.append(await session.rerun(inside_fragment=True))
    except Exception as error:
        crowd.errors.append(type(error).__name__)
    finally:
        await session.close()


async def _probe(url: str, path: str, seconds: list[float], until: float) -> None:
    host, port = urlsplit(url).hostname, urlsplit(url).port
    while time.monotonic() < until:
        start = time.perf_counter()
        reader, writer = await asyncio.open_connection(host, port)
        writer.write(f"GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
        await reader.read()
        writer.close()
        seconds.append(time.perf_counter() - start)
        await asyncio.sleep(0.5)


async def _measure(url: str, visitors: int, seconds: float) -> Crowd:
    crowd = Crowd(seconds=seconds)
    crowd.memory["before"] = resident(url)
    until = time.monotonic() + seconds
    work: list[Awaitable[None]] = [_visit(url, crowd, until, number) for number in range(visitors)]
    work += [_probe(url, path, times, until) for path, times in crowd.probes.items()]
    work.append(_note_memory(crowd, url, seconds))
    await asyncio.gather(*work)
    await asyncio.sleep(5)
    crowd.memory["after they left"] = resident(url)
    return crowd


async def _note_memory(crowd: Crowd, url: str, seconds: float) -> None:
    await asyncio.sleep(seconds * 0.9)
    crowd.memory["with them"] = resident(url)


def crowd_of(url: str, visitors: int = 200, seconds: float = 60.0) -> Crowd:
    """Measure `visitors` for `seconds`."""
    return apart(_measure(url, visitors, seconds))


def command_with(*options: str) -> Callable[[int], list[str]]:
    """A command line of the app with options of Streamlit, `name=value`."""

    def command(port: int) -> list[str]:
        given = [part for option in options for part in (f"--{option.partition('=')[0]}", option.partition("=")[2])]
        return [
            sys.executable,
            "-m",
            "streamlit",
            "run",
            "streamlit_app.py",
            "--server.port",
            str(port),
            "--server.address",
            "127.0.0.1",
            *given,
        ]

    return command


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:] if word.isdecimal()]
    options = [word for word in sys.argv[1:] if "=" in word]
    with (
        tempfile.TemporaryDirectory() as folder,
        running_app(Path(folder) / "app.log", command_with(*options)) as address,
    ):
        for told in crowd_of(address, *numbers).lines():
            print(told)
