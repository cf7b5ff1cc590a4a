"""Leaving where visitors sign in: an entry of the menu, and what is shown afterwards.

Streamlit leads whoever has signed out to the first page, and this to the provider, which would let them in again
without a question; so they are led to a page that stays.
"""

import streamlit as st
from starlette.datastructures import QueryParams
from starlette.responses import HTMLResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.navigation.page import StreamlitPage

from components.server.configuration import configuration

LOGOUT, SIGNED_OUT = "auth/logout", "signed-out"
TOLD = (
    '<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Signed out</title>'
    '<body style="font-family: sans-serif; margin: 3rem"><h1>You have signed out</h1>'
    '<p>The AWS Data Landscape has forgotten who you are. <a href="./">Sign in again</a></p></body></html>'
)


def sign_out_page() -> StreamlitPage:
    """The entry of the menu that signs out."""
    return st.Page(st.logout, title="Sign out", icon=":material/logout:", url_path="sign-out")


def signed_out() -> Response:
    """What is shown to whoever has signed out."""
    return HTMLResponse(TOLD, headers={"Cache-Control": "no-store"})


def comes_from_signing_out(scope: Scope) -> bool:
    """Whether a provider leads somebody back who has not signed in there: with neither a code nor an error."""
    told = QueryParams(scope["query_string"].decode("latin-1"))
    return "code" not in told and "error" not in told


async def sign_out(app: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
    """Let Streamlit sign out, and lead to the page that stays where it would lead to the first one."""
    public = configuration().public_url or ""

    async def led_out(message: Message) -> None:
        if message["type"] == "http.response.start":
            message["headers"] = [
                (name, _way_out(value, public) if name == b"location" else value) for name, value in message["headers"]
            ]
        await send(message)

    await app(scope, receive, led_out)


def _way_out(location: bytes, public: str) -> bytes:
    is_ours = location.startswith(b"/") or location == public.encode() or location.startswith(f"{public}/".encode())
    return f"{public}/{SIGNED_OUT}".encode() if is_ours else location
