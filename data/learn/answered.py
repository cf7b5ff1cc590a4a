"""The answers to a quiz in few characters, so that the address keeps them: the places of what was chosen among what was
shown, or the id of a service that was clicked."""

from collections.abc import Container, Mapping, Sequence

from data.learn.question import PosedQuestion

Answer = tuple[str, ...]


def write_answers(quiz: Sequence[PosedQuestion], answers: Mapping[int, Answer]) -> str:
    """The answers by number (from 1) as `2..0312.rds`: a part for each question, empty where none was given."""
    return ".".join(_written(posed, answers.get(number)) for number, posed in enumerate(quiz, start=1)).rstrip(".")


def read_answers(quiz: Sequence[PosedQuestion], text: str, services: Container[str]) -> tuple[dict[int, Answer], bool]:
    """The answers that a text holds, by number, and whether all of it was understood."""
    parts = text.split(".") if text else []
    pairs = enumerate(zip(quiz, parts, strict=False), start=1)
    read = {number: _read(posed, part, services) for number, (posed, part) in pairs if part}
    found = {number: answer for number, answer in read.items() if answer}
    return found, len(found) == len(read) and len(parts) <= len(quiz)


def _written(posed: PosedQuestion, answer: Answer | None) -> str:
    if answer is None:
        return ""
    return answer[0] if posed.question.kind == "click" else "".join(str(posed.options.index(part)) for part in answer)


def _read(posed: PosedQuestion, part: str, services: Container[str]) -> Answer:
    """The answer of one part; empty where it is none."""
    kind = posed.question.kind
    if kind == "click":
        return (part,) if part in services else ()
    places = [int(digit) for digit in part if digit in "0123456789"]
    wanted = 1 if kind == "choose" else len(posed.options)
    if not len(places) == len(part) == len(set(places)) == wanted or max(places) >= len(posed.options):
        return ()
    return tuple(posed.options[place] for place in places)
