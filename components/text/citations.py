"""Statements with their sources: numbered marks in the text, the pages with their dates at the end of the card."""

import re
from collections.abc import Iterable, Mapping

from components.text.plain_text import plain
from data.records import UNCONFIRMED, Catalog, Conflict, Fact, Judgement, Source, is_unconfirmed

MONTHS = ("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DATE = re.compile(r"\d{4}-\d{2}(?:-\d{2})?")


def text_date(read_on: str) -> str:
    """The date of a text in words: `13 Apr 2026`, `Oct 2025 to Jun 2026`, `undated copy`."""
    if read_on == "undated":
        return "undated copy"
    return " to ".join(_one_date(part) for part in read_on.split("/"))


def _one_date(part: str) -> str:
    year, *rest = part.split("-")
    month = MONTHS[int(rest[0])] + " " if rest else ""
    day = f"{int(rest[1])} " if len(rest) > 1 else ""
    return f"{day}{month}{year}"


def first_date(told: str) -> str:
    """The first date of a longer remark, in words: `18 Sep 2026` of `2026-09-18 (offer published 2026-09-11)`; the
    remark itself where it names none."""
    found = _DATE.search(told)
    return _one_date(found[0]) if found else told


def text_of(source: Source) -> str:
    """Which text of a page is cited: `text of 13 Apr 2026`, and whether it was read in part only."""
    return f"text of {text_date(source.read_on)}" + (", read in part" if source.read == "part" else "")


class Citations:
    """Numbers the sources of one card in the order in which they are cited."""

    def __init__(self, catalog: Catalog, sources: Mapping[str, Source]) -> None:
        self._of = catalog
        self._sources = sources
        self._numbers: dict[str, int] = {}

    def mark(self, keys: Iterable[str]) -> str:
        """Markdown of the numbered links of some sources; their tooltips tell page and date; behind
        them, whether the statement is unconfirmed because a page was read in part."""
        keys = tuple(keys)
        marks = []
        for key in keys:
            source = self._sources[key]
            number = self._numbers.setdefault(key, len(self._numbers) + 1)
            marks.append(f'[\\[{number}\\]]({source.url} "{_title(source)}")')
        return " ".join(
            [*marks, *([f":orange-badge[{UNCONFIRMED.capitalize()}]"] if is_unconfirmed(keys, self._sources) else [])]
        )

    def fact(self, fact: Fact) -> str:
        """Markdown of a fact: the common telling where it misleads, the statement, its sources, and what official
        pages disagree on."""
        told = f"Often told as “{plain(fact.told)}”; accurate is: " if fact.told else ""
        return f"{told}{plain(fact.text)} {self.mark(fact.source)}{self.conflict(fact.conflict)}"

    def judgement(self, judgement: Judgement) -> str:
        return f"{plain(judgement.text)} {self.mark(judgement.source)}".rstrip()

    def conflict(self, conflict_id: str | None) -> str:
        """Markdown of a disagreement between official pages, empty where there is none."""
        if conflict_id is None:
            return ""
        return f" :orange-badge[Official pages disagree] {conflict_in_words(self._of.conflicts[conflict_id])}"

    def sources(self) -> str:
        """Markdown of the pages cited so far, numbered, each with its address and the date of the text that was
        read."""
        return "\n".join(
            (f"{number}. [{plain(self._sources[key].title)}]({self._sources[key].url}), {text_of(self._sources[key])}")
            for key, number in self._numbers.items()
        )


def conflict_in_words(conflict: Conflict) -> str:
    """Markdown of both sides of a disagreement with their addresses."""
    sides = "; ".join(
        (
            f"{plain(claim.says)} "
            f"([{plain(conflict.sources[claim.source[0]].title)}]({conflict.sources[claim.source[0]].url}),"
            f" {text_date(conflict.sources[claim.source[0]].read_on)})"
        )
        for claim in conflict.claims
    )
    return f"{sides}. {plain(conflict.shown)}"


def bullets(lines: Iterable[str]) -> str:
    """A Markdown list."""
    return "\n".join(f"- {line}" for line in lines)


def _title(source: Source) -> str:
    return f"{source.title}, {text_of(source)}".replace('"', "'").replace("\\", "").replace("|", "/")
