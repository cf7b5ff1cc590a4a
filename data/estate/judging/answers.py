"""Answers with four values, and how they combine."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from data.estate.records import Place, Setting

Verdict = Literal["yes", "no", "depends", "hidden"]
WORDS: dict[Verdict, str] = {"yes": "yes", "no": "no", "depends": "depends on", "hidden": "not visible here"}


@dataclass(frozen=True, slots=True)
class Evidence:
    """What an answer rests on: a place, and what stands there."""

    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class Answer:
    """A verdict. `depends` names parameters; `by_default` is the verdict with their defaults in place, where that is
    known."""

    verdict: Verdict
    evidence: tuple[Evidence, ...] = ()
    depends: tuple[str, ...] = ()
    by_default: Literal["yes", "no"] | None = None


def all_of(answers: Iterable[Answer]) -> Answer:
    """Yes where all are yes."""
    return _joined(list(answers), decisive="no", otherwise="yes")


def any_of(answers: Iterable[Answer]) -> Answer:
    """Yes where one is yes."""
    return _joined(list(answers), decisive="yes", otherwise="no")


def _joined(answers: list[Answer], decisive: Verdict, otherwise: Verdict) -> Answer:
    if not answers:
        return Answer(otherwise)
    if len(answers) == 1:
        return answers[0]
    for verdict in (decisive, "depends", "hidden"):
        some = [answer for answer in answers if answer.verdict == verdict]
        if some:
            break
    else:
        verdict, some = otherwise, answers
    evidence = tuple(dict.fromkeys(one for answer in some for one in answer.evidence))
    depends = tuple(dict.fromkeys(name for answer in some for name in answer.depends))
    return Answer(
        verdict, evidence, depends, _by_default(answers, decisive, otherwise) if verdict == "depends" else None
    )


def _by_default(answers: list[Answer], decisive: Verdict, otherwise: Verdict) -> Literal["yes", "no"] | None:
    settled = [answer.verdict if answer.verdict in ("yes", "no") else answer.by_default for answer in answers]
    if decisive in settled:
        return "yes" if decisive == "yes" else "no"
    return None if None in settled else "yes" if otherwise == "yes" else "no"


def in_words(setting: Setting) -> str:
    """A setting as a reader takes it in: its name, and its value or what it depends on."""
    if setting.state == "default":
        return f"{setting.name}: not written, so {value_in_words(setting.value)}"
    if setting.state == "depends":
        default = f", by default {value_in_words(setting.value)}" if setting.value is not None else ""
        return "; ".join((f"{setting.name}: depends on {setting.text}{default}", *setting.by_file))
    if setting.state == "hidden":
        return f"{setting.name}: not visible here" + (f" ({setting.text})" if setting.text else "")
    return f"{setting.name}: {value_in_words(setting.value)}"


def value_in_words(value: object) -> str:
    """A value as text: yes and no for truth, a list with commas."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(value_in_words(item) for item in value) or "empty"
    return "not set" if value is None else str(value)
