"""The access log: one line for each request and for each run of a page, and the same counted.

A line has a request's id, what was asked for, its status and how long it took. It has no query and, unless that is
asked
for, no address of a visitor.
"""

import logging
import re
import secrets
import time
from dataclasses import dataclass, field
from functools import cache
from hashlib import md5
from typing import Any

from google.protobuf.message import DecodeError
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from components.frame.menu import PAGES
from components.server.base_path import base_path
from components.server.configuration import configuration
from components.server.logs import tell
from components.server.metrics import EXPORTS, REQUESTS, RUNS

PROBES = frozenset({"healthz", "readyz", "metrics"})  # asked every few seconds, and logged where all is
_ID = re.compile(rb"[\w.:-]{1,64}")
_FORMATS = frozenset(
    {
        "atom",
        "csv",
        "dot",
        "drawio",
        "html",
        "json",
        "md",
        "mmd",
        "pdf",
        "png",
        "pptx",
        "svg",
        "tf",
        "txt",
        "yaml",
        "zip",
    }
)
_FINISHED = frozenset(
    {
        ForwardMsg.FINISHED_SUCCESSFULLY,
        ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY,
        ForwardMsg.FINISHED_WITH_COMPILE_ERROR,
    }
)
_LONGEST_END_OF_A_RUN = 400  # bytes; longer messages tell of what is drawn


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

        async def with_id(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message["headers"], (b"x-request-id", request_id.encode())]
            await send(message)

        try:
            await self.app(scope, receive, with_id)
        finally:
            what = what_is_asked(scope["path"])
            REQUESTS.labels(what, str(status)).inc()
            if what in {"export", "media"} and status == 200:
                ending = scope["path"].rpartition(".")[2].lower()
                EXPORTS.labels(ending if ending in _FORMATS else "other").inc()
            milliseconds = (time.perf_counter() - start) * 1000
            tell(
                "request",
                logging.DEBUG if what in PROBES else logging.INFO,
                method=scope["method"],
                what=what,
                status=status,
                ms=milliseconds,
                id=request_id,
                **_visitor(scope),
            )

    async def _page(self, scope: Scope, receive: Receive, send: Send) -> None:
        start = time.perf_counter()
        request_id = _request_id(scope)
        runs = _Runs(request_id)
        accepted = False

        async def received() -> Message:
            message = await receive()
            if message["type"] == "websocket.receive" and message.get("bytes"):
                runs.asked(message["bytes"])
            return message

        async def sent(message: Message) -> None:
            nonlocal accepted
            accepted = accepted or message["type"] == "websocket.accept"
            if message["type"] == "websocket.send" and len(message.get("bytes") or b"") < _LONGEST_END_OF_A_RUN:
                runs.answered(message["bytes"])
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


@dataclass
class _Runs:
    """The runs of one open page."""

    request_id: str
    ended: int = 0
    waiting: list[tuple[str, str, float]] = field(default_factory=list)

    def asked(self, data: bytes) -> None:
        message = BackMsg()
        try:
            message.ParseFromString(data)
        except DecodeError:
            return
        if message.WhichOneof("type") == "rerun_script":
            asked = message.rerun_script
            page = _pages_by_hash().get(asked.page_script_hash, asked.page_name if asked.page_name in _paths() else "")
            self.waiting.append((page or "landscape", "part" if asked.fragment_id else "whole", time.perf_counter()))

    def answered(self, data: bytes) -> None:
        message = ForwardMsg()
        try:
            message.ParseFromString(data)
        except DecodeError:
            return
        if message.WhichOneof("type") == "script_finished" and message.script_finished in _FINISHED and self.waiting:
            # Questions that came while a run was going on are answered by the run that ends last.
            page, part, start = self.waiting[0]
            self.waiting.clear()
            self.ended += 1
            seconds = time.perf_counter() - start
            RUNS.labels(page, part).observe(seconds)
            tell("run", page=page, part=part, ms=seconds * 1000, id=self.request_id)


@cache
def _paths() -> frozenset[str]:
    return frozenset(page.path for page in PAGES)


@cache
def _pages_by_hash() -> dict[str, str]:
    """Streamlit names a page by the hash of its path."""
    return {md5(page.path.encode(), usedforsecurity=False).hexdigest(): page.path or "landscape" for page in PAGES}


def what_is_asked(path: str) -> str:
    """What a path asks for, in one of few words, so that nothing of a visitor's is kept: the page, or the kind of
    file."""
    relative = path.removeprefix(base_path()).strip("/")
    head = relative.partition("/")[0]
    if relative in _paths():
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


def _request_id(scope: Scope) -> str:
    given = dict(scope["headers"]).get(b"x-request-id", b"")
    return given.decode() if _ID.fullmatch(given) else secrets.token_hex(8)


def _visitor(scope: Scope) -> dict[str, Any]:
    client = scope.get("client")
    return {"visitor": client[0]} if client and configuration().log_visitors == "on" else {}
