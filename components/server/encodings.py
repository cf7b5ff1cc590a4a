"""Which forms of compression a browser takes, and what is said of it."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send


def takes(accept_encoding: str, name: str) -> bool:
    """Whether a header Accept-Encoding takes `name`: named with a weight above zero, or not named beside such a `*`."""
    weights: dict[str, float] = {}
    for entry in accept_encoding.lower().split(","):
        coding, _, parameter = entry.partition(";")
        weight = parameter.strip().removeprefix("q=").strip() if parameter else "1"
        try:
            weights[coding.strip()] = float(weight)
        except ValueError:
            weights[coding.strip()] = 0.0
    return weights.get(name, weights.get("*", 0.0)) > 0


class Encodings:
    """Says what an answer varies with once, where each layer that compresses says it again; and hides from those layers
    the forms that a browser refuses (`gzip;q=0`), which they do not read."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def once(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = with_one_vary(message["headers"])
            await send(message)

        headers = [(name, _taken(value) if name == b"accept-encoding" else value) for name, value in scope["headers"]]
        await self.app({**scope, "headers": headers}, receive, once)


def _taken(accept_encoding: bytes) -> bytes:
    text = accept_encoding.decode("latin-1")
    return accept_encoding if "gzip" not in text or takes(text, "gzip") else b"identity"


def with_one_vary(headers: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    """The headers with one Vary that names each name once."""
    said = [part.strip() for name, value in headers if name.lower() == b"vary" for part in value.split(b",")]
    names = {part.lower(): part for part in reversed(said) if part}
    others = [(name, value) for name, value in headers if name.lower() != b"vary"]
    return [*others, (b"vary", b", ".join(reversed(names.values())))] if names else others
