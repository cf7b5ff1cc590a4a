"""A small map as an image: an address that the server draws and the browser keeps, so that it costs no run anything."""

from urllib.parse import quote, urlencode

from components.text.plain_text import plain

FOLDER = "small-map"


def small_map(kind: str, alt: str, mode: str, ids: tuple[str, ...], rows: int | None = None) -> str:
    """Markdown of the small map of a use case (`use-case`), a `connection` or `services`, by their ids. Where it is
    known how many `rows` of names it has, a card keeps room for it before it is there."""
    name = {"use-case": "use_case", "services": "service"}.get(kind, kind)
    told = [(name, identity) for identity in ids] + ([("theme", "dark")] if mode == "dark" else [])
    return f"![{plain(alt)}]({FOLDER}/{kind}.svg?{urlencode(told, quote_via=quote)}{f'#rows-{rows}' if rows else ''})"
