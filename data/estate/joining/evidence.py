"""What inside a value proves a mention."""

from __future__ import annotations

from data.estate.opening.redact import redacted
from data.estate.values import Unsure, Value, unsure_in


def texts_in(value: Value) -> list[str]:
    """The plain texts inside a value, and the ARNs that an undecided one can be."""
    if isinstance(value, str):
        return [value] if len(value) > 2 else []
    if isinstance(value, (list, tuple)):
        return [text for item in value for text in texts_in(item)]
    if isinstance(value, Unsure) and value.options and not value.secret:
        return [option for option in value.options if isinstance(option, str) and option.startswith("arn:")]
    return []


def leaves(value: Value) -> list[Unsure]:
    """The undecided values inside that are not made of others."""
    return [item for item in unsure_in(value) if not item.options and not item.pieces and not item.refs]


def expression_of(value: Value) -> str:
    """The expression that proves a mention, redacted: the shortest that names a resource, else one that names a
    parameter."""
    items = list(unsure_in(value))
    for some in ([item for item in items if item.refs], [item for item in items if item.depends]):
        if some:
            item = min(some, key=lambda one: len(one.text))
            return "(hidden)" if item.secret else redacted(item.text)
    texts = texts_in(value)
    return redacted(texts[0]) if texts else "*" if value == "*" else ""
