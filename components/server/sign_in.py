"""Sign-in by OpenID Connect, before anything is shown: Streamlit's own (Authlib) does the talking, this decides who
has to.

Streamlit leads a visitor who has signed in to the first page; here the address that was asked for is kept in a cookie
of the browser for some minutes, so that a deep link survives.
"""

import json
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import quote, unquote

from starlette.requests import HTTPConnection
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.auth_util import encode_provider_token
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME
from streamlit.web.server.starlette.starlette_websocket import _get_signed_cookie_with_chunks

from components.frame.menu import PAGES
from components.server.base_path import base_path
from components.server.configuration import Configuration, configuration
from components.server.sign_out import LOGOUT, SIGNED_OUT, comes_from_signing_out, sign_out, signed_out

RETURN_COOKIE = "landscape_return"
RETURN_SECONDS = 600
LONGEST_RETURN = 2000
OPEN = (
    "healthz",
    "readyz",
    "metrics",
    "_stcore/health",
    "_stcore/host-config",
    "static/",
    "assets/",
    "auth/",
    "favicon",
    "manifest",
)
DATA = ("api/", "export/", "changes.atom")
CALLBACK = "oauth2callback"


def secrets_for(settings: Configuration) -> dict[str, Any]:
    """What Streamlit needs to know of the provider; empty without sign-in."""
    if settings.sign_in == "off" or settings.oidc_client_secret is None or settings.cookie_secret is None:
        return {}
    return {
        "auth": {
            "redirect_uri": f"{settings.public_url}/{CALLBACK}",
            "cookie_secret": settings.cookie_secret.get_secret_value(),
            "client_id": settings.oidc_client_id or "",
            "client_secret": settings.oidc_client_secret.get_secret_value(),
            "server_metadata_url": settings.oidc_metadata_url or "",
            "client_kwargs": {"scope": "openid", "prompt": ""},
        }
    }


class SignIn:
    """Lets nobody in who has not signed in, where the configuration asks for it."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        settings = configuration()
        if settings.sign_in == "off" or scope["type"] not in {"http", "websocket"}:
            await self.app(scope, receive, send)
            return
        relative = scope["path"].removeprefix(base_path()).lstrip("/")
        if relative == SIGNED_OUT or (relative == CALLBACK and comes_from_signing_out(scope)):
            await signed_out()(scope, receive, send)
        elif relative == LOGOUT:
            await sign_out(self.app, scope, receive, send)
        elif relative == CALLBACK:
            await self._come_back(scope, receive, send)
        elif (
            relative.startswith(OPEN)
            or is_signed_in(scope)
            or (settings.sign_in_open_data == "on" and relative.startswith(DATA))
        ):
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.close", "code": 1008})
        else:
            await _ask_to_sign_in(scope, relative)(scope, receive, send)

    async def _come_back(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Lead a visitor who comes from the provider to the page that was asked for, or say that it did not work."""
        destination = HTTPConnection(scope).cookies.get(RETURN_COOKIE, "")
        is_refused = False

        async def led_back(message: Message) -> None:
            nonlocal is_refused
            if message["type"] == "http.response.start":
                cookies = [value for name, value in message["headers"] if name == b"set-cookie"]
                is_refused = not any(_signs_in(cookie) for cookie in cookies)
                if is_refused:
                    return
                kept = [(name, value) for name, value in message["headers"] if name != b"location"]
                message["headers"] = [
                    *kept,
                    (b"location", return_address(unquote(destination)).encode()),
                    (b"set-cookie", _cookie("", 0)),
                ]
                await send(message)
            elif not is_refused:
                await send(message)

        await self.app(scope, receive, led_back)
        if is_refused:
            told = "The sign-in did not work: open the page again to try once more, or ask whoever runs this app.\n"
            await PlainTextResponse(told, status_code=403, headers={"Cache-Control": "no-store"})(scope, receive, send)


def is_signed_in(scope: Scope) -> bool:
    """Whether a request comes with the cookie of somebody who has signed in."""
    found = _get_signed_cookie_with_chunks(HTTPConnection(scope).cookies, USER_COOKIE_NAME)
    if not found:
        return False
    try:
        return json.loads(found).get("is_logged_in") is True
    except (ValueError, AttributeError):
        return False


def return_address(destination: str) -> str:
    """The public address of a path (below the app's own) with its query; the first page where it is none of ours."""
    public = configuration().public_url or ""
    path = destination.partition("?")[0].strip("/")
    return (
        f"{public}{destination}"
        if destination.startswith("/") and path in {page.path for page in PAGES}
        else f"{public}/"
    )


def _ask_to_sign_in(scope: Scope, relative: str) -> Response:
    headers = dict(scope["headers"])
    if scope["method"] not in {"GET", "HEAD"} or relative.startswith(
        (*DATA, "media/", "_stcore/", "component/", "app/")
    ):
        return JSONResponse({"error": "Sign in first."}, status_code=401, headers={"Cache-Control": "no-store"})
    query = scope["query_string"].decode("latin-1")
    destination = f"/{relative}" + (f"?{query}" if query else "")
    if headers.get(b"sec-fetch-dest") == b"iframe":
        told = f"Signing in does not work inside a frame: open {return_address(destination)} in a window of its own.\n"
        return PlainTextResponse(told, status_code=403, headers={"Cache-Control": "no-store"})
    to = f"{configuration().public_url}/auth/login?provider={quote(encode_provider_token('default'))}"
    answer = RedirectResponse(to, status_code=302, headers={"Cache-Control": "no-store"})
    if len(destination) <= LONGEST_RETURN:
        answer.raw_headers.append((b"set-cookie", _cookie(quote(destination, safe=""), RETURN_SECONDS)))
    return answer


def _cookie(value: str, seconds: int) -> bytes:
    return f"{RETURN_COOKIE}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax".encode("latin-1")


def _signs_in(cookie: bytes) -> bool:
    found = SimpleCookie(cookie.decode("latin-1")).get(USER_COOKIE_NAME)
    return found is not None and bool(found.value)
