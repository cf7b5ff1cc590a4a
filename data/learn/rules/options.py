"""Questions about the options of a ready comparison: which of the two or three is meant."""

from collections.abc import Iterator
from itertools import permutations

from data.learn.question import Question, Wrong, alike, named_in, words
from data.records import Catalog, Comparison, Fact, Judgement, OptionCell, OptionRow

JUDGED_ROWS = ("When to use it",)
VAGUE_ROWS = ("Latency, as published",)  # Where one side publishes no figure, that of the other may hold for both.
FEWEST_WORDS = 4
SHARE = 0.3  # of the words that two options may have in common
GENERAL = frozenset(("alone", "with", "class", "capacity", "for", "data", "service"))


def option_questions(catalog: Catalog) -> Iterator[Question]:
    """For each row that tells its options apart: of which of them is this true, or which of them to take."""
    for comparison in catalog.comparisons.values():
        for row in comparison.rows:
            if row.title not in VAGUE_ROWS and _tells_apart(row):
                yield from _of_row(catalog, comparison, row)


def _tells_apart(row: OptionRow) -> bool:
    said = [" ".join(_said(cell)) for cell in row.cells]
    return all(said) and not any(
        alike(one, other, SHARE) for number, one in enumerate(said) for other in said[number + 1 :]
    )


def _said(cell: OptionCell) -> tuple[str, ...]:
    return (*(fact.text for fact in cell.facts), *(entry.text for entry in cell.judgements))


def _of_row(catalog: Catalog, comparison: Comparison, row: OptionRow) -> Iterator[Question]:
    names = [option.name for option in comparison.options]
    words_of_names = {*names, *(word for name in names for word in name.split() if word.casefold() not in GENERAL)}
    nested = _are_nested(comparison)
    for option, cell in zip(comparison.options, row.cells, strict=True):
        facts = () if nested else cell.facts
        entries: list[Fact | Judgement] = [*facts, *(entry for entry in cell.judgements if row.title in JUDGED_ROWS)]
        for entry in entries:
            if named_in(entry.text, words_of_names) or not entry.source or len(words(entry.text)) < FEWEST_WORDS:
                continue
            judged = entry in cell.judgements
            asks = "Which of them would you take?" if judged else "Of which of them is this true?"
            yield Question(
                "options",
                "choose",
                _parts(catalog, comparison),
                f"{' or '.join(names)}. {row.title}: “{entry.text}” {asks}",
                (option.name,),
                f"{row.title}, {option.name}: {entry.text}",
                f"comparisons/{comparison.id}",
                tuple(comparison.sources[key] for key in entry.source),
                tuple(
                    Wrong(other.name, f"{row.title}, {other.name}: {' '.join(_said(beside))}")
                    for other, beside in zip(comparison.options, row.cells, strict=True)
                    if other is not option
                ),
                judged=judged,
            )


def _are_nested(comparison: Comparison) -> bool:
    """Whether an option is another one with something beside it: what is true of one may then be true of both."""
    named = [set(option.services) for option in comparison.options if option.services]
    return any(one <= other for one, other in permutations(named, 2))


def _parts(catalog: Catalog, comparison: Comparison) -> frozenset[str]:
    named = {*comparison.services, *(s for option in comparison.options for s in option.services)}
    ends = (catalog.connections[c] for option in comparison.options for c in option.connections)
    return frozenset(named).union(*({c.source_id, c.target_id} for c in ends))
