"""Text that every reader of Markdown shows as it is, and marks of sources that lead to their pages."""

import re
from collections.abc import Iterable, Mapping

from components.exports.record import one_line
from components.text.citations import text_of
from data.records import Source, doubt

# Every dialect takes a backslash before the first signs; the others mean something to some of them only (HTML, tables,
# mathematics, lines struck out, mentions), and an entity is the same to all.
_BY_BACKSLASH = re.compile(r"([\\`*_\[\]#])")
_BY_ENTITY = {"<": "&lt;", ">": "&gt;", "&": "&amp;", "|": "&#124;", "~": "&#126;", "$": "&#36;", "^": "&#94;"}
_BY_ENTITY |= {"@": "&#64;", "{": "&#123;", "}": "&#125;"}
_AT_START = re.compile(r"^([-+]|\d+\.)(?=\s|$)|^([=:]|\d+\))")


def plain_markdown(text: str) -> str:
    """Text in one line that stands in Markdown for itself."""
    line = _BY_BACKSLASH.sub(r"\\\1", one_line(text))
    line = "".join(_BY_ENTITY.get(sign, sign) for sign in line)
    return _AT_START.sub(_shielded, line)


def _shielded(start: re.Match[str]) -> str:
    """What begins a list or a heading, made a mere sign."""
    sign = start[0][-1]
    return start[0][:-1] + (f"&#{ord(sign)};" if sign in "=:)" else f"\\{sign}")


class SourceMarks:
    """Numbers pages in the order in which they are cited; a number is a link to its page."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, str], int] = {}
        self._pages: list[Source] = []

    def mark(self, keys: Iterable[str], pages: Mapping[str, Source]) -> str:
        """` [[1]](address) [[2]](address)`, and whether the statement is unconfirmed; or nothing."""
        keys, marks = tuple(keys), []
        for page in (pages[key] for key in keys):
            number = self._numbers.setdefault((page.url, page.read_on), len(self._numbers) + 1)
            if number > len(self._pages):
                self._pages.append(page)
            marks.append(f" [\\[{number}\\]](<{page.url}>)")
        return "".join(dict.fromkeys(marks)) + doubt(keys, pages)

    def lines(self) -> list[str]:
        """The pages as a numbered list, with the dates of their texts."""
        return [
            f"{number}. [{plain_markdown(p.title)}](<{p.url}>), {text_of(p)}"
            for number, p in enumerate(self._pages, start=1)
        ]


def section(title: str, text: str, level: int = 2) -> list[str]:
    """A heading and what stands below it; nothing where there is nothing."""
    return [f"{'#' * level} {title}", text] if text else []


def bulleted(lines: Iterable[str]) -> str:
    """The lines as a list."""
    return "\n".join(f"- {line}" for line in lines)
