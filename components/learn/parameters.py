"""The parameters of the page's address."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from components.frame.parameters import Choice, Flag, Id, Number, Parameter
from data.learn.progress import read_done
from data.learn.question import NAME
from data.learn.quiz import HIGHEST_SEED, LENGTH, questions_by_name
from data.records import Catalog

Show = Literal["", "cards", "lead"]
LONGEST = 400  # characters of answers


@dataclass(frozen=True)
class Marks(Parameter[str]):
    """The marks of stops that were read: kept as they are, so far as each names a stop."""

    def read(self, given: Sequence[str], catalog: Catalog) -> tuple[str, bool]:
        text = given[0] if given else ""
        progress, understood = read_done(catalog, text)
        known = bool(progress.done or progress.changed)
        return (text if known else ""), understood and len(given) < 2

    def write(self, value: str) -> list[str]:
        return [value] if value else []


@dataclass(frozen=True)
class Names(Parameter[tuple[str, ...]]):
    """Names of questions, one after the other, each once, as many as a quiz holds."""

    def read(self, given: Sequence[str], catalog: Catalog) -> tuple[tuple[str, ...], bool]:
        text = given[0] if given else ""
        names = [text[at : at + NAME] for at in range(0, len(text), NAME)]
        known = [name for name in dict.fromkeys(names) if name in questions_by_name(catalog)][:LENGTH]
        return tuple(known), known == names and len(given) < 2

    def write(self, value: tuple[str, ...]) -> list[str]:
        return ["".join(value)] if value else []


@dataclass(frozen=True)
class Given(Parameter[str]):
    """Answers as `2..0312.rds`; whether they fit their questions is for the lesson to say."""

    def read(self, given: Sequence[str], catalog: Catalog) -> tuple[str, bool]:
        text = given[0] if given else ""
        fits = len(text) <= LONGEST and re.fullmatch(r"[a-z0-9.-]*", text) is not None
        return (text if fits else ""), fits and len(given) < 2

    def write(self, value: str) -> list[str]:
        return [value] if value else []


PATH = Id("path", "opened", lambda catalog: catalog.paths)
STOP = Number("stop", "from 1", 1, 99)
QUIZ = Number("quiz", "the seed of its questions: the same number, the same questions", 1, HIGHEST_SEED)
AGAIN = Names("again", "questions that come first because their answers changed, eight characters each")
QUESTION = Number("question", "from 1; one more than there are is the result", 1, LENGTH + 1)
ANSWERS = Given("answers", "what was answered so far, a part for each question")
DONE = Marks("done", "the stops that were read, five characters each")
SHOW: Choice[Show] = Choice("show", "`cards`, the words of the path, or `lead`, links to send", ("", "cards", "lead"))
CARD = Number("card", "from 1", 1, 99)
PRESENT = Flag("present", "= 1")
PARAMETERS = (PATH, STOP, QUIZ, AGAIN, QUESTION, ANSWERS, DONE, SHOW, CARD, PRESENT)
