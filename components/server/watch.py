"""The access log: one line for each request and for each run of a page, and the same counted.

A line has a request's id, what was asked for, its status and how long it took. It has no query and, unless that is
asked for, no address of a visitor.
"""

import logging
import re
import secrets
import time
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.server.base_path import base_path
from components.server.configuration import configuration
from components.server.logs import tell
from components.server.metrics import EXPORTS, REQUESTS
from components.server.runs import LONGEST_END_OF_A_RUN, Runs, paths

PROBES = frozenset({"healthz", "readyz", "metrics"})  # asked every few seconds, and logged where all is
METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"})  # others may be as long as a request
_ID = re.compile(rb"[\w.:-]{1,64}")
_FORMATS = frozenset(["csv", "dot", "drawio", "html", "json", "md", "mmd", "pdf", "png", "pptx", "sarif", "svg", "zip"])
_ENDING = re.compile(r'filename.*\.(\w+)"?$')


class Watch:
    """Logs and counts requests and runs, and gives each request an id, its own where it came with one."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            await self._request(scope, receive, send)
        elif scope["type"] == "websocket":
            await self._page(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _request(self, scope: Scope, receive: Receive, send: Send) -> None:
        start = time.perf_counter()
        request_id = _request_id(scope)
        status = 500
        what = what_is_asked(scope["path"])
        ending = ""

        async def with_id(message: Message) -> None:
            nonlocal status, ending
            if message["type"] == "http.response.start":
                status = message["status"]
                ending = _ending_of_file(message) if what in {"export", "media"} else ""
                message["headers"] = [*message["headers"], (b"x-request-id", request_id.encode())]
            await send(message)

        try:
            await self.app(scope, receive, with_id)
        finally:
            REQUESTS.labels(what, str(status)).inc()
            if ending and scope["method"] == "GET" and status == 200:
                EXPORTS.labels(ending if ending in _FORMATS else "other").inc()
            milliseconds = (time.perf_counter() - start) * 1000
            tell(
                "request",
                logging.DEBUG if what in PROBES else logging.INFO,
                method=scope["method"] if scope["method"] in METHODS else "other",
                what=what,
                status=status,
                ms=milliseconds,
                id=request_id,
                **_visitor(scope),
            )

    async def _page(self, scope: Scope, receive: Receive, send: Send) -> None:
        start = time.perf_counter()
        request_id = _request_id(scope)
        runs = Runs(request_id)
        accepted = False

        async def received() -> Message:
            message = await receive()
            if message["type"] == "websocket.receive" and message.get("bytes"):
                runs.question(message["bytes"])
            return message

        async def sent(message: Message) -> None:
            nonlocal accepted
            accepted = accepted or message["type"] == "websocket.accept"
            if message["type"] == "websocket.send" and len(message.get("bytes") or b"") < LONGEST_END_OF_A_RUN:
                runs.answer(message["bytes"])
            await send(message)

        try:
            await self.app(scope, received, sent)
        finally:
            seconds = time.perf_counter() - start
            tell(
                "page left" if accepted else "page refused",
                s=seconds,
                runs=runs.ended,
                id=request_id,
                **_visitor(scope),
            )


def what_is_asked(path: str) -> str:
    """What a path asks for, in one of few words, so that nothing of a visitor's is kept: the page, or the kind of
    file."""
    relative = path.removeprefix(base_path()).strip("/")
    head = relative.partition("/")[0]
    if relative in paths():
        return relative or "landscape"
    if relative in PROBES:
        return relative
    known = {
        "api": "api",
        "export": "export",
        "assets": "asset",
        "static": "asset",
        "media": "media",
        "_stcore": "streamlit",
        "component": "asset",
        "auth": "sign-in",
    }
    return known.get(head, "other")


def _ending_of_file(message: Message) -> str:
    """The ending of the name under which an answer is taken along; a picture of a page has no such name."""
    told = next((value for name, value in message["headers"] if name.lower() == b"content-disposition"), b"")
    found = _ENDING.search(told.decode("latin-1"))
    return found[1].lower() if found else ""


def _request_id(scope: Scope) -> str:
    given = dict(scope["headers"]).get(b"x-request-id", b"")
    return given.decode() if _ID.fullmatch(given) else secrets.token_hex(8)


def _visitor(scope: Scope) -> dict[str, Any]:
    client = scope.get("client")
    return {"visitor": client[0]} if client and configuration().log_visitors == "on" else {}
