"""A plain record of the decision tree as it is drawn: boxes in columns, one box an answer and what follows it; and
the same as a list in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from components.text.plain_text import plain
from data.choosing.decision import Answers, follow
from data.records import Catalog, Decision


@dataclass(frozen=True)
class TreeBox:
    """An answer and what follows it. `id` is the way there, as `question.option` with `/` between; the root has "".
    Column and row count from 0."""

    id: str
    answer: str
    then: str
    column: int
    row: float
    taken: bool
    category: str | None

    @property
    def name(self) -> str:
        """What the box says, in one line."""
        return f"{self.answer}: {self.then}" if self.answer else self.then


@dataclass(frozen=True)
class TreeScene:
    """Boxes, and the pairs of ids that lines join, from an answer to the next one."""

    title: str
    boxes: tuple[TreeBox, ...]
    lines: tuple[tuple[str, str], ...]

    @property
    def columns(self) -> int:
        return 1 + max(box.column for box in self.boxes)

    @property
    def rows(self) -> int:
        return 1 + int(max(box.row for box in self.boxes))


def tree_scene(catalog: Catalog, decision: Decision, answers: Answers, whole: bool = False) -> TreeScene:
    """The tree as far as it concerns some answers (their way, and the other answers beside it), or the whole of it."""
    growing = _Growing(catalog, decision, follow(decision, answers).answers, whole)
    growing.grow({}, "", 0)
    return TreeScene(_title(decision, answers), tuple(growing.boxes), tuple(growing.lines))


def answers_of(box: str) -> dict[str, str]:
    """The answers that lead to a box, from its id."""
    return {part.partition(".")[0]: part.partition(".")[2] for part in box.split("/") if part}


def _title(decision: Decision, answers: Answers) -> str:
    way = follow(decision, answers)
    parts = [option.short for _, option in way.taken]
    end = way.recommendation.title if way.recommendation else way.question.text if way.question else ""
    return "Decision tree: " + ", then ".join([*parts, end])


class _Growing:
    """Places boxes from the leaves up: a leaf takes the next row, a box before them stands at their middle."""

    def __init__(self, catalog: Catalog, decision: Decision, taken: Mapping[str, str], whole: bool) -> None:
        self.of, self.decision, self.taken, self.whole = catalog, decision, taken, whole
        self.boxes: list[TreeBox] = []
        self.lines: list[tuple[str, str]] = []
        self.leaves = 0

    def grow(self, answers: dict[str, str], short: str, column: int) -> float:
        """Place the box that `answers` lead to and all behind it; its row."""
        way = follow(self.decision, answers)
        box = _box_id(answers)
        on_the_way = all(self.taken.get(question) == option for question, option in answers.items())
        rows = []
        for option, further in way.further if self.whole or on_the_way else ():
            self.lines.append((box, _box_id(further)))
            rows.append(self.grow(further, option.short, column + 1))
        if not rows:
            rows = [float(self.leaves)]
            self.leaves += 1
        end = way.recommendation
        then = (
            " + ".join(self.of.services[service].short_name for service in end.services)
            if end
            else way.question.text
            if way.question
            else ""
        )
        category = self.of.services[end.services[0]].category if end else None
        row = (rows[0] + rows[-1]) / 2
        self.boxes.append(TreeBox(box, short, then, column, row, on_the_way, category))
        return row


def _box_id(answers: Answers) -> str:
    return "/".join(f"{question}.{option}" for question, option in answers.items())


def tree_in_words(decision: Decision, answers: Answers) -> str:
    """Markdown of the whole tree as a nested list; what was answered is in bold and begins with a tick."""
    taken = follow(decision, answers).answers
    first = follow(decision, {}).question
    return "\n".join([plain(first.text) if first else "", "", *_list(decision, {}, taken, "")])


def _list(decision: Decision, answers: dict[str, str], taken: Answers, indent: str) -> Iterator[str]:
    for option, further in follow(decision, answers).further:
        on = follow(decision, further)
        then = on.question.text if on.question else f"→ {on.recommendation.title}" if on.recommendation else ""
        is_taken = all(taken.get(question_id) == answered for question_id, answered in further.items())
        text = f"**✓ {plain(option.text)}**" if is_taken else plain(option.text)
        yield f"{indent}- {text}. {plain(then)}"
        yield from _list(decision, further, taken, indent + "    ")
