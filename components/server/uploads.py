"""Files that no page asked for are refused before a byte of them is read, and so is more than the server can hold."""

import asyncio
import logging
from collections.abc import Iterator
from contextlib import contextmanager

from starlette.datastructures import Headers
from starlette.formparsers import MultiPartParser
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from components.server.logs import tell
from components.server.sessions import bytes_of_uploads, may_upload

LARGEST = 21_000_000  # bytes: what Streamlit takes, with what stands around it
MOST = 400_000_000  # bytes of all visitors' files, those on their way included
PATIENCE = 300.0  # seconds that a file may be on its way
_UPLOAD = "/_stcore/upload_file/"

MultiPartParser.spool_max_size = LARGEST  # else what is larger than 1 MB goes through a file on the disk


class UploadGate:
    """Lets a file through only to a session whose page shows an uploader, and only as much as there is room for."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._coming: list[tuple[str, int]] = []  # sessions and sizes of what is on its way

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "PUT" or _UPLOAD not in scope["path"]:
            await self.app(scope, receive, send)
            return
        session_id = scope["path"].partition(_UPLOAD)[2].partition("/")[0]
        size = _size(Headers(scope=scope))
        if not may_upload(session_id, coming=sum(each == session_id for each, _ in self._coming)):
            tell("refused a file that no page asked for", logging.WARNING)
            await _refuse(403, "No open page asks for a file.", scope, receive, send)
        elif bytes_of_uploads() + sum(each for _, each in self._coming) + size > MOST:
            tell("refused a file: there is no room for it", logging.WARNING)
            await _refuse(503, "Too many files are held just now: try again in a minute.", scope, receive, send)
        else:
            with self._counted(session_id, size):
                try:
                    async with asyncio.timeout(PATIENCE):
                        await self.app(scope, receive, send)
                except TimeoutError:
                    await _refuse(408, "The file took too long to come: try again.", scope, receive, send)

    @contextmanager
    def _counted(self, session_id: str, size: int) -> Iterator[None]:
        entry = (session_id, size)
        self._coming.append(entry)
        try:
            yield
        finally:
            self._coming.remove(entry)


def _size(headers: Headers) -> int:
    """How many bytes a request may bring: as many as it says, the most where it says nothing of use."""
    told = headers.get("content-length", "")
    return min(int(told), LARGEST) if told.isascii() and told.isdigit() and len(told) < 16 else LARGEST


async def _refuse(status: int, sentence: str, scope: Scope, receive: Receive, send: Send) -> None:
    # The line stays open, and what still comes is dropped: a proxy takes a line that is cut for a replica that is ill.
    await PlainTextResponse(f"{sentence}\n", status_code=status)(scope, receive, send)
