"""The limits as a real table with heads that sort, for mouse, keyboard and screen reader; on a phone each row is a
card.

`st.dataframe` draws on a canvas, which a screen reader meets as one picture. Everything is set as text.
"""

from collections.abc import Callable, Iterable
from typing import Any

import streamlit as st

from components.limits.address import ADJUSTABLE_WORDS, LimitsView
from components.scripts.in_page import in_page
from components.text.citations import text_date
from data.comparing.limit_rows import NOT_SAID, SORTS, LimitRow
from data.comparing.quantity import in_words
from data.records import Catalog, Source, doubt

COLUMNS = (
    ("service", "Service"),
    ("limit", "Limit"),
    ("value", "Value"),
    ("scope", "Holds for"),
    ("adjustable", "Adjustable"),
    ("", "When it is hit"),
    ("date", "Source and date"),
)

_mount = in_page(__file__, "limits_table", '<div class="lm-root"></div>')


def limits_table(
    catalog: Catalog,
    rows: Iterable[LimitRow],
    limits_view: LimitsView,
    on_sort: Callable[[str], None],
    on_mark: Callable[[str], None],
    *,
    key: str,
) -> None:
    """Draw the rows. `on_sort` is called with the name of a column, `on_mark` with the id of a row that somebody wants
    to link to; the browser supplies the id: look it up before using it."""

    def forward() -> None:
        event = st.session_state[key].get("event")
        if isinstance(event, dict) and event.get("sort") in SORTS:
            on_sort(event["sort"])
        elif isinstance(event, dict) and isinstance(event.get("row"), str):
            on_mark(event["row"])

    data = {
        "columns": [{"id": column, "name": name} for column, name in COLUMNS],
        "sort": limits_view.sort,
        "descending": limits_view.descending,
        "marked": limits_view.limit,
        "rows": [_row(catalog, row) for row in rows],
    }
    _mount(data=data, key=key, height="content", on_event_change=forward)


def _row(catalog: Catalog, row: LimitRow) -> dict[str, Any]:
    """A row as the browser gets it: plain text and addresses."""
    conflict = catalog.conflicts[row.limit.conflict] if row.limit.conflict else None
    return {
        "id": row.id,
        "service": row.service.short_name,
        "card": f"services?service={row.service.id}&part=limits",
        "name": row.limit.name,
        "note": " ".join(
            part
            for part in (
                f"Often told as “{row.limit.told}”." if row.limit.told else "",
                row.limit.note or "",
                doubt(row.limit.source, row.service.sources).strip(),
            )
            if part
        ),
        "value": in_words(row.limit),
        "conflict": [f"{claim.says}" for claim in conflict.claims] + [conflict.shown] if conflict else [],
        "scope": row.limit.scope,
        "adjustable": ADJUSTABLE_WORDS[row.limit.adjustable],
        "happens": _happens(row),
        "hit": [
            {"text": t.symptom, "url": f"services?service={t.services[0]}&part=trouble-{t.id}"} for t in row.troubles
        ],
        "sources": _pages(row.sources),
    }


def _happens(row: LimitRow) -> dict[str, Any] | None:
    """What happens when it is hit, with the pages that say so, or with those that were read for it and are silent."""
    hit = row.limit.when_hit
    if hit:
        text = f"{hit.text}{doubt(hit.source, row.service.sources)}"
        return {"text": text, "sources": _pages(row.service.sources[key] for key in hit.source)}
    return {"text": NOT_SAID, "silent": True, "sources": _pages(row.silent_pages)} if row.silent_pages else None


def _pages(sources: Iterable[Source]) -> list[dict[str, str]]:
    return [{"url": s.url, "title": s.title, "date": text_date(s.read_on)} for s in sources]
