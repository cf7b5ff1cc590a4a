"""What a browser has to be told where visitors come by TLS, wherever it ends: cookies for TLS only, and no way back
to plain HTTP."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.server.configuration import configuration

ONE_YEAR = b"max-age=31536000"


class SecureTransport:
    """Adds `Secure` to cookies and HSTS to answers; a proxy that ends TLS is known by LANDSCAPE_PUBLIC_URL or
    X-Forwarded-Proto."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not (configuration().is_https or scope.get("scheme") == "https"):
            await self.app(scope, receive, send)
            return

        async def secured(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = [
                    (name, _secure(value) if name.lower() == b"set-cookie" else value)
                    for name, value in message["headers"]
                ]
                message["headers"] = [*headers, (b"strict-transport-security", ONE_YEAR)]
            await send(message)

        await self.app(scope, receive, secured)


def _secure(cookie: bytes) -> bytes:
    return cookie if b"; secure" in cookie.lower() else cookie + b"; Secure"
