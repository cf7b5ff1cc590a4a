"""Limits and quotas as a table: value, unit, scope, whether it can be raised."""

from components.text.citations import Citations
from components.text.plain_text import plain, sentence
from data.records import Limit, Service

RAISED = {
    "yes": "can be raised",
    "no": "cannot be raised",
    "parameter": "a parameter sets it",
    "not stated": "not stated whether it can be raised",
}


def limits_table(service: Service, cited: Citations) -> str:
    """Markdown of the limits of a service; empty where none is recorded."""
    if not service.limits:
        return ""
    rows = "\n".join(
        (
            f"| {plain(limit.name)} | **{in_words(limit)}** {cited.mark(limit.source)} | {plain(limit.scope)} "
            f"| {plain(limit.adjustable)} | {_note(limit)} {_more(limit, cited)} |"
        )
        for limit in service.limits
    )
    return f"| Limit | Value | Scope | Adjustable | Good to know |\n|---|---|---|---|---|\n{rows}"


def narrow_limits_table(service: Service, cited: Citations) -> str:
    """The same in two columns, for a narrow card: below the name what it holds for and whether it can be raised."""
    rows = "\n".join(
        f"| {plain(limit.name)} {_holds_for(limit)} {_note(limit)} {cited.mark(limit.source)} {_more(limit, cited)} "
        f"| **{in_words(limit)}** |"
        for limit in service.limits
    )
    return f"| Limit | Value |\n|---|---|\n{rows}" if rows else ""


def _holds_for(limit: Limit) -> str:
    return f":small[:gray[{plain(f'{limit.scope} · {RAISED[limit.adjustable]}')}]]"


def in_words(limit: Limit) -> str:
    """Value and unit, thousands apart: `1,002 nodes`."""
    value = f"{limit.value:,}" if isinstance(limit.value, int | float) else limit.value
    return plain(f"{value} {limit.unit}")


def _note(limit: Limit) -> str:
    told = f"Often told as “{plain(limit.told)}”. " if limit.told else ""
    return told + (plain(sentence(limit.note)) if limit.note else "")


def _more(limit: Limit, cited: Citations) -> str:
    """Where official pages disagree about it, and what happens to who goes beyond it."""
    hit = f"When it is hit: {cited.fact(limit.when_hit)}" if limit.when_hit else ""
    return f"{cited.conflict(limit.conflict)} {hit}"
