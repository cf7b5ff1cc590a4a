"""What a visitor's session holds of an estate. It is nowhere else: in no address, no log, no cache, no file."""

from __future__ import annotations

from dataclasses import dataclass, field

import streamlit as st

from data.estate.apart import read_apart
from data.estate.comparing import before_of
from data.estate.examples import EXAMPLES, files_of_example
from data.estate.judging.assess import Result, accept
from data.estate.opening.refused import Refused
from data.estate.records import Estate

_KEY = "estate"


@dataclass
class Held:
    """An estate, the answers about it, the reasons that the visitor gave for accepting some, and what is selected.

    `found` are the answers as they were read; `other` is an earlier estate to compare with; `route` the id of the
    finding whose alternative is drawn.
    """

    estate: Estate
    name: str
    found: tuple[Result, ...]
    accepted: dict[str, str] = field(default_factory=dict)
    service: str | None = None
    connection: str | None = None
    route: str | None = None
    before: bool = False
    only: bool = False
    other: Estate | None = None
    other_name: str = ""
    words: str = ""
    files: list[tuple[str, bytes]] = field(default_factory=list)
    given: dict[str, str] = field(default_factory=dict)
    _answered: tuple[dict[str, str], tuple[Result, ...]] | None = None

    @property
    def results(self) -> tuple[Result, ...]:
        """The answers, with what was accepted; made once for what is accepted."""
        if self._answered is None or self._answered[0] != self.accepted:
            self._answered = dict(self.accepted), accept(self.found, self.accepted)
        return self._answered[1]

    @property
    def shown(self) -> Estate:
        """The estate that the map shows: as the files say, or as it was before the plan."""
        return before_of(self.estate) if self.before and self.estate.has_plan else self.estate

    def empty(self) -> None:
        """Hold nothing any more."""
        self.estate, self.files, self.other, self.found, self._answered = Estate(), [], None, (), None
        self.accepted, self.given, self.words = {}, {}, ""


def held() -> Held | None:
    """What this session holds, or None."""
    found = st.session_state.get(_KEY)
    return found if isinstance(found, Held) else None


def hold_example(example: str) -> None:
    """Read a ready example into the session, unless it is there."""
    name = next(entry.name for entry in EXAMPLES if entry.id == example)
    now = held()
    if now is None or now.name != name:
        with st.spinner(f"Reading {name} ..."):
            take_in(files_of_example(example), name)


def take_in(files: list[tuple[str, bytes]], name: str) -> str | None:
    """Read files into the session; the sentence that says why not, where that is so."""
    try:
        read = read_apart(files)
    except Refused as refused:
        return str(refused)
    forget()
    st.session_state[_KEY] = Held(read.estate, name, read.results, files=files)
    return None


def read_again(now: Held, given: dict[str, str]) -> str | None:
    """Read the same files with values for parameters; the sentence that says why not, where that is so."""
    try:
        read = read_apart(now.files, {name.removeprefix("var."): value for name, value in given.items()})
    except Refused as refused:
        return str(refused)
    now.estate, now.found, now.given, now._answered = read.estate, read.results, given, None
    return None


def take_other(files: list[tuple[str, bytes]], name: str) -> str | None:
    """Read files to compare with; the sentence that says why not, where that is so."""
    now = held()
    try:
        estate = read_apart(files).estate
    except Refused as refused:
        return str(refused)
    if now is not None:
        now.other, now.other_name = estate, name
    return None


def forget() -> None:
    """Let go of everything, also of what Streamlit keeps: a session's buttons know their callbacks until it ends."""
    now = held()
    if now is not None:
        now.empty()
    st.session_state.pop(_KEY, None)
