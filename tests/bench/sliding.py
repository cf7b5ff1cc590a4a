"""Visitors who move a slider of the page of costs again and again: how long the server takes to answer."""

import asyncio
import random

from tests.bench.sessions import Session, apart

MODELS = ("dynamodb-table", "relational-database", "warehouse", "search-and-logs", "way-into-opensearch")
INPUTS = ("writes_per_second", "storage_gb", "hours_per_day", "gb_per_day", "gb_per_day")
PAUSE = 3.0  # seconds between two moves of a visitor, on average


async def _visit(url: str, number: int, moves: int, seconds: list[float]) -> None:
    chance = random.Random(number)  # noqa: S311
    model, name = MODELS[number % len(MODELS)], INPUTS[number % len(MODELS)]
    session = Session(url, f"model={model}", "costs")
    await session.open()
    try:
        await asyncio.sleep(chance.uniform(0, PAUSE))
        for _ in range(moves):
            session.query = f"model={model}&{name}={chance.uniform(1, 24):.2f}"
            seconds.append(await session.rerun())
            await asyncio.sleep(chance.uniform(0.5, 1.5) * PAUSE)
    finally:
        await session.close()


async def _measure(url: str, visitors: int, moves: int) -> list[float]:
    seconds: list[float] = []
    await asyncio.gather(*(_visit(url, number, moves, seconds) for number in range(visitors)))
    return seconds


def slider_seconds(url: str, visitors: int, moves: int = 8) -> list[float]:
    """Seconds from the message of each move to the end of its answer."""
    return apart(_measure(url, visitors, moves))


def work_of_a_move(url: str) -> float:
    """Seconds of one visitor's move, with nobody else there."""
    return min(slider_seconds(url, 1, 6))


if __name__ == "__main__":
    import statistics
    import sys
    import tempfile
    from pathlib import Path

    from tests.conftest import running_app

    with tempfile.TemporaryDirectory() as folder, running_app(Path(folder) / "app.log") as app:
        slider_seconds(app, 5, 2)
        for visitors in (1, int(sys.argv[1]) if len(sys.argv) > 1 else 20):
            found = sorted(1000 * second for second in slider_seconds(app, visitors))
            late = found[int(len(found) * 0.95)]
            print(f"{visitors} visitors: {statistics.median(found):.0f} ms, p95 {late:.0f} ms")
