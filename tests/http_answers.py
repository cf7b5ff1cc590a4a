"""Asks a server as a browser or a probe would, and keeps what it says word for word."""

import http.client
from dataclasses import dataclass
from urllib.parse import urlsplit

from websockets.exceptions import InvalidStatus, WebSocketException
from websockets.sync.client import connect


@dataclass(frozen=True)
class Answer:
    status: int
    headers: list[tuple[str, str]]
    body: bytes

    def header(self, name: str) -> str:
        """The value of a header; empty where it is absent, an error where it stands twice."""
        found = [value for each, value in self.headers if each.lower() == name]
        assert len(found) < 2, found
        return found[0] if found else ""

    def all(self, name: str) -> list[str]:
        """The values of a header that may stand several times."""
        return [value for each, value in self.headers if each.lower() == name]


def ask(url: str, path: str, method: str = "GET", body: bytes | None = None, **headers: str) -> Answer:
    """The answer to a request for `path` below `url`; `X_Y` is the header `X-Y`."""
    server = urlsplit(url).netloc
    line = http.client.HTTPConnection(server, timeout=60)
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    try:
        line.request(method, url.partition(server)[2] + path, body, given)
        answer = line.getresponse()
        return Answer(answer.status, answer.getheaders(), answer.read())
    finally:
        line.close()


def connects(url: str, path: str = "/_stcore/stream", **headers: str) -> bool:
    """Whether a page can be opened: the websocket is taken."""
    address = url.replace("http", "ws") + path
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    origin = given.pop("Origin", None)
    try:
        with connect(address, subprotocols=["streamlit"], origin=origin, additional_headers=given, open_timeout=30):  # type: ignore[list-item, arg-type]
            return True
    except (InvalidStatus, WebSocketException, OSError):
        return False
