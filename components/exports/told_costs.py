"""What a use case costs a month: the same heading, sentence, table and notes in every file that tells it."""

from dataclasses import dataclass

from components.exports.markdown_text import bulleted, plain_markdown, section
from components.exports.record import one_line
from data.costs.summary import CostSummary

TITLE = "What it costs a month"
HEADS = ("Part", "The whole picture", "The smaller version")
Cells = tuple[str, str, str]


@dataclass(frozen=True)
class ToldCosts:
    """`load` is what is counted, as a sentence; `rows` are the parts with both amounts, `total` what they come to."""

    load: str
    rows: tuple[Cells, ...]
    total: Cells
    notes: tuple[str, ...]


def told_costs(costs: CostSummary) -> ToldCosts:
    """Each text in one line."""
    return ToldCosts(
        f"Our example of a load: {one_line(costs.load)}, {costs.region}.",
        tuple((one_line(row.part), row.whole, row.smaller) for row in costs.rows),
        ("Together", costs.whole, costs.smaller),
        tuple(map(one_line, costs.notes)),
    )


def costs_in_markdown(costs: CostSummary | None, level: int = 2) -> list[str]:
    """A section with a list, because not every reader of Markdown knows tables; nothing where there are no costs."""
    if costs is None:
        return []
    told = told_costs(costs)
    rows = ([plain_markdown("nothing" if text == "-" else text) for text in row] for row in (*told.rows, told.total))
    lines = bulleted(f"**{part}**: {whole}; in the smaller version {smaller}" for part, whole, smaller in rows)
    return section(TITLE, "\n\n".join((plain_markdown(told.load), lines, *map(plain_markdown, told.notes))), level)
