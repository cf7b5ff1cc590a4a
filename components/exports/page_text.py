"""What the offline page of a use case tells below the picture: its steps, why it is so, what it costs, what may fail,
what else would do. Plain HTML, so that it is there for a printer and without scripts."""

from collections.abc import Iterable
from html import escape

from components.exports.record import ExportRecord, one_line


def told_below_the_picture(record: ExportRecord) -> str:
    """The sections, escaped; empty for a view of the landscape."""
    use_case = record.use_case
    if use_case is None:
        return ""
    names = {box.id: box.name for box in record.scene.boxes}
    names |= {arrow.id: arrow.name for arrow in record.scene.arrows}
    failures = (
        f"{names.get(each.part, each.part)}: {each.what} What happens next: {each.then} What to do: {each.do}"
        for each in use_case.failures
    )
    return "".join(
        (
            _list("Steps", (f"{step.title}. {step.text}" for step in use_case.steps), "ol"),
            _list("Why these services (our judgement)", (each.text for each in use_case.why)),
            _list("Trade-offs (our judgement)", (each.text for each in use_case.trade_offs)),
            _list("What may fail", failures),
            _list("Alternatives (our judgement)", (f"{each.title}: {each.text}" for each in use_case.alternatives)),
        )
    )


def _list(title: str, lines: Iterable[str], tag: str = "ul") -> str:
    items = "".join(f"<li>{escape(one_line(line))}</li>" for line in lines)
    return f"<section><h2>{escape(title)}</h2><{tag}>{items}</{tag}></section>"
