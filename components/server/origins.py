"""Pages of other hosts may not connect.

Streamlit takes a websocket from a foreign page only after it has asked an outside host for its own address, on the
event
loop, for two seconds each time; whoever connects twenty times stops the server. So foreign pages are refused before.
"""

import logging
from urllib.parse import urlsplit

from starlette.types import ASGIApp, Receive, Scope, Send

from components.server.configuration import configuration
from components.server.logs import tell


class OriginGate:
    """Refuses websockets whose page comes from another host than the one asked and those that the configuration
    allows."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return
        headers = dict(scope["headers"])
        origin = headers.get(b"origin")
        if origin is None:  # no browser
            await self.app(scope, receive, send)
            return
        host = headers.get(b"host", b"").decode("latin-1")
        named = origin.decode("latin-1").lower()
        if _host_of(named) == host.lower() and host:
            await self.app(scope, receive, send)
        elif named in configuration().allowed_origins:
            # Streamlit compares the two again: for it the host asked is the one that the page comes from.
            kept = [(name, value) for name, value in scope["headers"] if name != b"host"]
            own_host = urlsplit(named).netloc.encode("latin-1")
            await self.app({**scope, "headers": [*kept, (b"host", own_host)]}, receive, send)
        else:
            tell("refused a page of another origin", logging.WARNING, hint="LANDSCAPE_PUBLIC_URL or LANDSCAPE_ORIGINS")
            await receive()
            await send({"type": "websocket.close", "code": 1008})


def _host_of(origin: str) -> str:
    """The host that an origin names, with its port; "" for what is none."""
    try:
        return urlsplit(origin).netloc
    except ValueError:
        return ""
