"""Operators of Terraform's language on values of which some depend on something."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from data.estate.values import ABSENT, Unsure, Value, combined, is_sure, with_default


def _loose(value: Any) -> Any:
    return str(value).lower() if isinstance(value, bool) else str(value) if isinstance(value, (int, float)) else value


_COMPARED: dict[str, Callable[[Any, Any], Any]] = {
    "==": lambda a, b: _loose(a) == _loose(b),
    "!=": lambda a, b: _loose(a) != _loose(b),
    "<": lambda a, b: float(a) < float(b),
    ">": lambda a, b: float(a) > float(b),
    "<=": lambda a, b: float(a) <= float(b),
    ">=": lambda a, b: float(a) >= float(b),
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
    "%": lambda a, b: a % b,
}


def binary(operator: str, left: Value, right: Value, text: str) -> Value:
    """The result of an operator between two values."""
    if operator in ("&&", "||"):
        return _logical(operator == "||", left, right, text)
    if is_sure(left) and is_sure(right):
        return _result(operator, left, right, text)
    one, other = with_default(left), with_default(right)
    default = ABSENT if one is ABSENT or other is ABSENT else _result(operator, one, other, text)
    made = combined(text, left, right)
    options = (True, False) if operator in ("==", "!=", "<", ">", "<=", ">=") else ()
    return Unsure(made.text, made.refs, made.depends, options, default if is_sure(default) else ABSENT, made.secret)


def _result(operator: str, left: Value, right: Value, text: str) -> Value:
    try:
        return _COMPARED[operator](left, right)
    except (TypeError, ValueError, ZeroDivisionError, OverflowError, KeyError):
        return Unsure(text)


def _logical(stop: bool, left: Value, right: Value, text: str) -> Value:
    for value in (left, right):
        if truth(value) is stop:
            return stop
    if truth(left) is not None and truth(right) is not None:
        return not stop
    one, other = truth(with_default(left)), truth(with_default(right))
    default = stop if stop in (one, other) else ABSENT if None in (one, other) else not stop
    made = combined(text, left, right)
    return Unsure(made.text, made.refs, made.depends, (True, False), default)


def truth(value: Value) -> bool | None:
    """Whether a value is true; None where that is not decided."""
    if isinstance(value, bool):
        return value
    return {"true": True, "false": False}.get(value) if isinstance(value, str) else None


def negated(operator: str, value: Value, text: str) -> Value:
    """The value of `!x` or `-x`."""
    if isinstance(value, Unsure):
        inner = truth(with_default(value))
        default = ABSENT if inner is None or operator != "!" else not inner
        return Unsure(text, value.refs, value.depends, (True, False) if operator == "!" else (), default, value.secret)
    if operator == "!":
        known = truth(value)
        return Unsure(text) if known is None else not known
    return -value if isinstance(value, (int, float)) else Unsure(text)


def chosen(test: Value, yes: Callable[[], Value], no: Callable[[], Value], text: str) -> Value:
    """The value of `test ? yes : no`."""
    known = truth(test)
    if known is not None:
        return yes() if known else no()
    one, other = yes(), no()
    by_default = truth(with_default(test)) if isinstance(test, Unsure) else None
    default = ABSENT if by_default is None else with_default(one if by_default else other)
    made = combined(text, test, one, other)
    return Unsure(made.text, made.refs, made.depends, (one, other), default, made.secret)
