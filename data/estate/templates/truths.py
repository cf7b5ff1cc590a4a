"""Truths of conditions, some of them undecided, and how they combine."""

from __future__ import annotations

import json

from data.estate.values import ABSENT, Unsure, Value, combined, with_default


def named(name: str, truth: Value) -> Value:
    """The truth of a condition under its own name."""
    return (
        Unsure(f"{name} ({truth.text})", truth.refs, truth.depends, truth.options, truth.default)
        if isinstance(truth, Unsure)
        else truth
    )


def joined(name: str, found: list[Value]) -> Value:
    """The truth of and, or, not."""

    def decide(values: list[Value]) -> Value:
        if name == "Fn::Not":
            return ABSENT if values[0] is ABSENT else not values[0]
        stop = name == "Fn::Or"
        if any(value is stop for value in values):
            return stop
        return ABSENT if ABSENT in values else not stop

    if not found:
        return Unsure("condition", options=(True, False))
    sure = decide([ABSENT if isinstance(value, Unsure) else bool(value) for value in found])
    if sure is not ABSENT:
        return sure
    made = combined(f"!{str(name)[4:]} [{', '.join(brief(value) for value in found)}]", *found)
    default = decide([with_default(value) for value in found])
    return Unsure(made.text, made.refs, made.depends, (True, False), default)


def brief(value: Value) -> str:
    """A value in few letters."""
    return value.text if isinstance(value, Unsure) else json.dumps(value, default=str)[:60]
