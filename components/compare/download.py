"""A comparison as CSV and as Markdown, with the sources of every statement."""

import csv
import io

from components.text.citations import text_of
from data.comparing.comparison import Cell, Side, Statement, Table
from data.records import doubt


def table_as_csv(table: Table) -> bytes:
    """Columns: part, row, same or differs, outcome; then for each side its statements and the addresses of their
    sources, a line each."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(
        [
            "part",
            "row",
            "same or differs",
            "outcome",
            *(name for side in table.sides for name in (side.name, f"{side.name}: sources")),
        ]
    )
    for row in table.rows:
        cells = [
            part
            for cell, side in zip(row.cells, table.sides, strict=True)
            for part in (_lines(cell, side), _addresses(cell, side))
        ]
        writer.writerow(
            [row.group, row.title + (" (our judgement)" if row.judged else ""), row.status, row.outcome.text, *cells]
        )
    return out.getvalue().encode()


def table_as_markdown(table: Table) -> bytes:
    """A table for each part; statements are numbered links to their sources, which are listed at the end with the
    date of the text that was read."""
    numbers: dict[str, int] = {}
    lines: list[str] = []
    for group in dict.fromkeys(row.group for row in table.rows):
        lines += [
            "",
            f"## {group}",
            "",
            "| | " + " | ".join(side.name for side in table.sides) + " |",
            "|---" * (len(table.sides) + 1) + "|",
        ]
        for row in table.rows:
            if row.group == group:
                judged = " (our judgement)" if row.judged else ""
                head = f"**{_safe(row.title)}**{judged}<br>{row.status}" + (
                    f"<br>{_safe(row.outcome.text)}" if row.outcome.text else ""
                )
                lines.append(
                    "| "
                    + " | ".join(
                        [head, *(_markdown(c, s, numbers) for c, s in zip(row.cells, table.sides, strict=True))]
                    )
                    + " |"
                )
    dates = {source.url: source for side in table.sides for source in side.sources.values()}
    lines += ["", "## Sources", ""]
    lines += [f"{number}. [{_safe(dates[url].title)}]({url}), {text_of(dates[url])}" for url, number in numbers.items()]
    title = " and ".join(side.name for side in table.sides)
    return "\n".join([f"# {title}", *lines, ""]).encode()


def _said(statement: Statement, side: Side) -> str:
    told = ": ".join(part for part in (statement.figure, statement.text) if part)
    return f"{told}{doubt(statement.source, side.sources)}"


def _lines(cell: Cell, side: Side) -> str:
    return "\n".join(_said(statement, side) for statement in cell.statements) or cell.missing


def _addresses(cell: Cell, side: Side) -> str:
    return "\n".join(dict.fromkeys(side.sources[key].url for statement in cell.statements for key in statement.source))


def _markdown(cell: Cell, side: Side, numbers: dict[str, int]) -> str:
    return (
        "<br>".join(
            f"{_safe(_said(statement, side))} {_marks(statement, side, numbers)}".rstrip()
            for statement in cell.statements
        )
        or cell.missing
    )


def _marks(statement: Statement, side: Side, numbers: dict[str, int]) -> str:
    urls = [side.sources[key].url for key in statement.source]
    return " ".join(f"[[{numbers.setdefault(url, len(numbers) + 1)}]]({url})" for url in urls)


def _safe(text: str) -> str:
    """Text for a cell of a Markdown table."""
    for sign in ("\\", "|", "*", "_", "<", ">", "[", "]", "`"):
        text = text.replace(sign, f"\\{sign}")
    return text
