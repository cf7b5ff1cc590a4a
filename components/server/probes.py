"""Whether the process is alive, and whether it can take visitors."""

import asyncio
import logging
import os

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from components.server.capacity import is_full
from components.server.logs import tell
from components.server.sessions import open_sessions
from components.worker.worker import LAYOUTS, WorkerError
from data.catalog import catalog

ASKED_EVERY = 5.0  # seconds
NEVER_KEPT = {"Cache-Control": "no-store"}


class Readiness:
    """What the probes tell; the worker is asked in the background, because it answers one at a time."""

    def __init__(self) -> None:
        self.warm = False
        self.worker_answers: bool | None = None

    async def watch_the_worker(self) -> None:
        """Ask the worker for a sign of life again and again."""
        while True:
            try:
                await run_in_threadpool(LAYOUTS.call, os.getpid)
                answers = True
            except WorkerError:
                answers = False
            if self.worker_answers is not None and answers != self.worker_answers:
                tell(
                    "the worker answers again" if answers else "the worker does not answer",
                    logging.INFO if answers else logging.ERROR,
                )
            self.worker_answers = answers
            await asyncio.sleep(ASKED_EVERY)


READINESS = Readiness()


async def health(_: Request) -> Response:
    """200 while the process lives: `ok`, or `full` where it takes no further page; the counts of the catalog."""
    shown = catalog()
    counts = {
        "services": len(shown.services),
        "connections": len(shown.connections),
        "use_cases": len(shown.use_cases),
        "terms": len(shown.terms),
    }
    status = "full" if is_full() else "ok"
    return JSONResponse({"status": status, "sessions": open_sessions(), **counts}, headers=NEVER_KEPT)


async def readiness(_: Request) -> Response:
    """200 where a visitor can be taken: the catalog is loaded, the layouts are warm, the worker answers, there is
    room; else 503 and why."""
    reasons = {"warm": READINESS.warm, "worker": READINESS.worker_answers is True, "room": not is_full()}
    ready = all(reasons.values())
    return JSONResponse(
        {"status": "ready" if ready else "not ready", **reasons}, status_code=200 if ready else 503, headers=NEVER_KEPT
    )
