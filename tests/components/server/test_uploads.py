"""Files are taken from a page that asks for them alone, up to a bound, and stay in memory."""

import socket
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import Message

from components.server import uploads
from components.server.sessions import UPLOADED_AT_MOST
from tests.asgi import get, run
from tests.components.server.opened_pages import page_at, send_a_file
from tests.conftest import running_app
from tests.http_answers import ask


def test_a_file_that_a_page_asks_for_is_taken(tmp_path: Path) -> None:
    app = "tests.components.server.page_with_an_uploader:app"
    command = [sys.executable, "-m", "uvicorn", app, "--lifespan", "on", "--port"]
    with running_app(tmp_path / "app.log", lambda port: [*command, str(port)], health="/_stcore/health") as url:
        with page_at(url, run=True) as session:
            assert send_a_file(url, session).status == 204
            assert send_a_file(url, "nobody").status == 403
            with _files_on_their_way(url, session, UPLOADED_AT_MOST - 1):
                assert send_a_file(url, session).status == 403
        assert send_a_file(url, session).status == 403


@contextmanager
def _files_on_their_way(url: str, session: str, count: int) -> Iterator[None]:
    """So many files that have begun to come and do not end."""
    token = ask(url, "/_stcore/health").all("set-cookie")[0].split(";")[0]
    head = (
        f"PUT /_stcore/upload_file/{session}/slow-file HTTP/1.1\r\nHost: {urlsplit(url).netloc}\r\nCookie: {token}\r\n"
        f"X-Xsrftoken: {token.partition('=')[2]}\r\nContent-Type: multipart/form-data; boundary=x\r\n"
        "Content-Length: 1000\r\n\r\n--x\r\n"
    )
    with ExitStack() as lines:
        for _ in range(count):
            line = lines.enter_context(socket.create_connection(("127.0.0.1", urlsplit(url).port or 0)))
            line.sendall(head.encode())
        # The answer to a later request tells that these were taken up.
        assert ask(url, "/_stcore/health").status == 200
        yield


def test_files_of_all_visitors_together_are_held_up_to_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "may_upload", lambda session_id, coming: True)
    monkeypatch.setattr(uploads, "bytes_of_uploads", lambda: uploads.MOST - 1000)
    gate = uploads.UploadGate(PlainTextResponse("taken"))
    path = "/_stcore/upload_file/somebody/some-file"
    assert get(gate, path, "PUT", content_length="900").status == 200
    assert get(gate, path, "PUT", content_length="1100").status == 503
    assert get(gate, path, "PUT").status == 503, "a file that does not tell its size may be the largest"


def test_a_file_stays_in_memory_on_its_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "no-such-folder"))
    body = b'--x\r\nContent-Disposition: form-data; name="f"; filename="f"\r\n\r\n' + bytes(20 << 20) + b"\r\n--x--\r\n"

    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    headers = [(b"content-type", b"multipart/form-data; boundary=x")]
    request = Request({"type": "http", "method": "PUT", "path": "/", "query_string": b"", "headers": headers}, receive)
    assert run(_size_of_file(request)) == 20 << 20


async def _size_of_file(request: Request) -> int | None:
    async with request.form() as form:
        file = form["f"]
        assert isinstance(file, UploadFile)
        return file.size
