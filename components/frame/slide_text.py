"""The words of a slide in large type, as large as their space allows."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass

from components.scripts.in_page import in_page
from components.text.citations import text_of
from data.records import Source

_mount = in_page(__file__, "slide_text", '<div class="ldg-slide"></div>')


@dataclass(frozen=True)
class Column:
    """A heading with its points; `label` marks what is our judgement."""

    title: str
    points: tuple[str, ...]
    label: str = ""


@dataclass(frozen=True)
class Words:
    """What a slide says: plain text, all of it. A note stands below the text, in smaller type; sources are (title,
    address)."""

    title: str = ""
    text: str = ""
    note: str = ""
    columns: tuple[Column, ...] = ()
    sources: tuple[tuple[str, str], ...] = ()


def named(sources: Iterable[Source]) -> tuple[tuple[str, str], ...]:
    """Sources as (title with the date of the text, address)."""
    return tuple((f"{source.title}, {text_of(source)}", source.url) for source in sources)


def slide_text(words: Words, *, key: str, height: int, largest: int) -> None:
    """Show `words` in a space of `height` px, in type of up to `largest` px."""
    _mount(data={**asdict(words), "height": height, "largest": largest}, key=key, height="content")
