"""The headers that a security review asks for, with every response."""

import os
import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path

import streamlit as st
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.server.first_scripts import SCRIPTS
from components.server.site import HOST

EMBEDDING_HOSTS = "LANDSCAPE_FRAME_ANCESTORS"
_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


class SecurityHeaders:
    """Adds the headers to every HTTP response of `app`.

    The app may be framed by itself and by the hosts of the environment variable `LANDSCAPE_FRAME_ANCESTORS`
    (space-separated, as in a content security policy); `frame-ancestors` says so, because `X-Frame-Options` cannot
    name hosts.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.embedding_hosts = " ".join(os.environ.get(EMBEDDING_HOSTS, "").replace(";", " ").replace(",", " ").split())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        host = next((value.decode("latin-1") for name, value in scope["headers"] if name == b"host"), "")
        added = security_headers(host, self.embedding_hosts)
        ours = {name for name, _ in added}

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [(n, v) for n, v in message["headers"] if n.lower() not in ours] + added
            await send(message)

        await self.app(scope, receive, with_headers)


def security_headers(host: str, embedding_hosts: str) -> list[tuple[bytes, bytes]]:
    """Names and values of the headers; `host` is the one that the browser asked, `embedding_hosts` those that may
    show the app in a frame."""
    return [
        (b"x-content-type-options", b"nosniff"),
        (b"referrer-policy", b"strict-origin-when-cross-origin"),
        (b"permissions-policy", b"camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
        (b"cross-origin-opener-policy", b"same-origin"),
        (b"content-security-policy", content_security_policy(host, embedding_hosts).encode()),
    ]


def content_security_policy(host: str, embedding_hosts: str) -> str:
    """What a page may load: everything from here only. Streamlit needs inline styles, and loads the scripts of
    components from `blob:`.

    Older browsers do not count a websocket of this very host as `'self'`, so it is named.
    """
    socket = f"ws://{host} wss://{host}" if HOST.fullmatch(host) else ""
    policy = {
        "default-src": "'self'",
        "script-src": f"'self' {inline_script_hashes()} 'wasm-unsafe-eval' blob:",
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": f"'self' {socket} blob: data:",
        "worker-src": "'self' blob:",
        "media-src": "'self' blob: data:",
        "object-src": "'none'",
        "base-uri": "'self'",
        "form-action": "'self'",
        "frame-src": "'self'",
        "frame-ancestors": f"'self' {embedding_hosts}",
    }
    return "; ".join(" ".join(f"{name} {value}".split()) for name, value in policy.items())


@cache
def inline_script_hashes() -> str:
    """The hashes of the scripts that stand in the first file: the only inline scripts that may run."""
    page = (Path(st.__file__).parent / "static" / "index.html").read_text("utf-8")
    digests = (sha256(script.encode()).digest() for script in (*_INLINE_SCRIPT.findall(page), *SCRIPTS))
    return " ".join(f"'sha256-{b64encode(digest).decode()}'" for digest in digests)
