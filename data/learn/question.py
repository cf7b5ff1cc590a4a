"""A question that a rule made from facts of the catalog, and the question as it is put, with its options in order."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal

from data.records import Source
from data.records.marks import short_mark

Kind = Literal["choose", "order", "click", "match"]
Rule = Literal[
    "limit", "direction", "capability", "reason", "instead", "options", "failure", "order", "purpose", "term"
]
WORD = re.compile(r"[a-z0-9]{3,}")
TOO_ALIKE = 0.4
NAME = 8  # characters of an id that say what is asked
SILENT = frozenset(
    ["the", "and", "for", "with", "that", "this", "are", "its", "one", "not", "has", "have", "from", "into", "can"]
)


@dataclass(frozen=True)
class Wrong:
    """An answer that does not fit here, and what it is true of."""

    text: str
    true_of: str


@dataclass(frozen=True)
class Question:
    """What is asked, and all that may stand beside the right answer.

    `right` is one answer (choose), the order (order), the id of a service (click), or what belongs to each of `left`
    (match). `parts` are ids of the services and use cases it is about, `more` is a pointer to the record it was made
    from, `judged` marks our judgement, `tempting` is how many of `wrong`, from the first, are always shown, `subject`
    says what is asked about where other questions have the same words. At least three of `wrong` are there where the
    kind is choose, unless the question is which of a few options is meant.
    """

    rule: Rule
    kind: Kind
    parts: frozenset[str]
    text: str
    right: tuple[str, ...]
    why: str
    more: str
    sources: tuple[Source, ...]
    wrong: tuple[Wrong, ...] = ()
    left: tuple[str, ...] = ()
    subject: str = ""
    judged: bool = False
    tempting: int = 0

    @cached_property
    def id(self) -> str:
        """What is asked (eight characters) and what the answer is (four more): a changed fact changes the latter."""
        answer = "\n".join((*self.right, self.text) if self.subject else self.right)
        return short_mark("\n".join((self.rule, self.kind, self.subject or self.text)), NAME) + short_mark(answer, 4)

    @property
    def name(self) -> str:
        """The part of the id that says what is asked; it stays when the answer changes."""
        return self.id[:NAME]


@dataclass(frozen=True)
class PosedQuestion:
    """A question as it is put: for choose the options, for order and match the pieces in the order shown; none for
    click."""

    question: Question
    options: tuple[str, ...]

    def is_right(self, answer: tuple[str, ...]) -> bool:
        """Whether an answer (one text for choose and click, one for each place or left side otherwise) is right."""
        return answer == self.question.right

    def about(self, option: str) -> str:
        """What a wrong option is true of; empty where it is the right one, or none of the options."""
        return next((wrong.true_of for wrong in self.question.wrong if wrong.text == option), "")


@lru_cache(maxsize=8192)
def words(text: str) -> frozenset[str]:
    """The words of a text that say something, in small letters."""
    return frozenset(WORD.findall(text.casefold())) - SILENT


def alike(first: str, second: str, share: float = TOO_ALIKE) -> bool:
    """Whether two answers say so much the same that both could be right."""
    one, other = words(first), words(second)
    return bool(one and other) and len(one & other) / min(len(one), len(other)) >= share


def unlike(right: str, candidates: Iterable[Wrong]) -> tuple[Wrong, ...]:
    """The candidates that are like neither the right answer nor each other."""
    kept: list[Wrong] = []
    for candidate in candidates:
        if not any(alike(candidate.text, other) for other in (right, *(wrong.text for wrong in kept))):
            kept.append(candidate)
    return tuple(kept)


def named_in(text: str, names: Iterable[str]) -> bool:
    """Whether a text names one of `names` as a word of its own."""
    return any(re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text, re.IGNORECASE) for name in names if name)
