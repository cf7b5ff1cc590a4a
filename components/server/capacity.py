"""How many pages may be open at once, and what happens when there are more.

An open page takes four file handles. Where they run out, a server accepts nobody, answers no probe and fills its log;
so
the limit is raised as far as it may be, and the pages that it cannot carry are refused while everything else goes on.
"""

import logging
import resource
import time

from starlette.types import ASGIApp, Receive, Scope, Send

from components.server.configuration import configuration
from components.server.logs import tell
from components.server.sessions import open_sessions

HANDLES_OF_A_PAGE = 4
HANDLES_OF_THE_APP = 200
MOST_HANDLES = 65_536
TOLD_EVERY = 60.0  # seconds


def raise_the_limit_of_files() -> int:
    """Set the soft limit of open files to the hard one; the limit that holds now."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = MOST_HANDLES if hard == resource.RLIM_INFINITY else min(hard, MOST_HANDLES)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
        return wanted
    return soft


def most_sessions() -> int:
    """How many pages may be open at once."""
    limit, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    carried = (
        max(1, (limit - HANDLES_OF_THE_APP) // HANDLES_OF_A_PAGE) if limit != resource.RLIM_INFINITY else MOST_HANDLES
    )
    return min(configuration().max_sessions or carried, carried)


def is_full() -> bool:
    """Whether no further page can be opened."""
    return open_sessions() >= most_sessions()


class Doorkeeper:
    """Refuses a further page where the server is full, and says so in one line a minute."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.refused = 0
        self.told = -TOLD_EVERY

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "websocket" or not is_full():
            await self.app(scope, receive, send)
            return
        self.refused += 1
        if time.monotonic() - self.told >= TOLD_EVERY:
            tell(
                "full: refused to open a page",
                logging.WARNING,
                open=open_sessions(),
                most=most_sessions(),
                refused=self.refused,
            )
            self.told, self.refused = time.monotonic(), 0
        await receive()
        await send({"type": "websocket.close", "code": 1013})
