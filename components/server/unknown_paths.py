"""What is not there is 404: Streamlit itself answers every unknown path with its page and 200."""

from pathlib import Path

import streamlit as st
from starlette.datastructures import URLPath
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Match, NoMatchFound, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from components.server.base_path import base_path
from components.server.configuration import configuration

OWN_FOLDERS = ("api", "assets", "export", "small-map")
_STREAMLITS = ("_stcore/", "media/", "component/", "static/", "auth/", "oauth2callback")
_FILES = Path(st.__file__).parent / "static"


async def not_found(_: Request) -> Response:
    """404 in plain text."""
    return PlainTextResponse("Not found\n", status_code=404, headers={"Cache-Control": "no-store"})


def unknown_below_own_folders() -> list[Route]:
    """Routes for the rest of the folders that only have own routes; they stand after those."""
    return [
        Route(f"/{folder}{rest}", not_found, methods=["GET", "HEAD", "POST", "PUT", "DELETE"])
        for folder in OWN_FOLDERS
        for rest in ("", "/{rest:path}")
    ]


class MissingFile(BaseRoute):
    """Takes paths that name a file (a part with a dot in it) where neither Streamlit nor the app has one, and paths of
    several parts: pages have one, without a dot."""

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        return (Match.FULL, {}) if scope["type"] == "http" and is_missing_file(scope["path"]) else (Match.NONE, {})

    def url_path_for(self, name: str, /, **path_params: object) -> URLPath:
        raise NoMatchFound(name, path_params)

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        await (await not_found(Request(scope)))(scope, receive, send)


def is_missing_file(path: str) -> bool:
    """Whether a path of a request names a file that is not there."""
    relative = path.removeprefix(base_path()).strip("/")
    if relative.startswith(_STREAMLITS):
        return False
    if "/" in relative or "//" in path:
        return True
    return "." in relative and (relative.startswith(".") or not (_FILES / relative).is_file())


class ClosedPaths:
    """404 for what Streamlit answers and nobody needs: its metrics, which `/metrics` has too, its interface for agents,
    and, where nobody has to sign in, what it has for that."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        of_sign_in = ("/auth/", "/oauth2callback") if configuration().sign_in == "off" else ()
        self.closed = ("/_stcore/metrics", "/_stcore/agent", *of_sign_in)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        relative = scope["path"].removeprefix(base_path()) if scope["type"] == "http" else ""
        if relative.startswith(self.closed):
            await (await not_found(Request(scope)))(scope, receive, send)
        else:
            await self.app(scope, receive, send)
