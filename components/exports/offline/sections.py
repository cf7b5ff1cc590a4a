"""The parts of the offline page that are plain HTML, there for a printer and without scripts: the legend, what a use
case tells, and everything as a list."""

from html import escape

from components.exports.offline.drawing import Drawing, members_of_each
from components.exports.record import ARROWS_IN_WORDS, ExportRecord, one_line
from components.exports.told import Entry, Section, pages_of, told_of
from components.exports.told_costs import HEADS, TITLE, told_costs
from components.text.citations import text_of
from data.costs.summary import CostSummary


def legend_of(record: ExportRecord, drawing: Drawing) -> str:
    """A button for each category and kind that is drawn; pressed ones are filters."""
    groups = (("category", "Categories", record.categories()), ("kind", "Kinds of connection", record.kinds()))
    parts = []
    for group, name, entries in groups:
        keys = "".join(
            f'<button type="button" class="key" data-filter="{group}" value="{entry.id}" aria-pressed="false">'
            f"{drawing.signs[entry.id]}<span>{escape(one_line(entry.name))}</span></button>"
            for entry in entries
        )
        if keys:
            parts.append(f'<div role="group" aria-label="{name}">{keys}</div>')
    if any(kind.follows == "question" for kind in record.kinds()):
        parts.append(f'<p class="quiet">{escape(ARROWS_IN_WORDS)}</p>')
    return "".join(parts)


def told_below_the_picture(record: ExportRecord) -> str:
    """The sections with numbered links to the pages behind them; empty for a view of the landscape."""
    sections = told_of(record)
    numbers = {page: number for number, page in enumerate(pages_of(sections), start=1)}

    def line(entry: Entry) -> str:
        lead = f"<strong>{escape(entry.lead)}</strong>: " if entry.lead else ""
        marks = " ".join(
            f'<a href="{escape(page.url)}" title="{escape(one_line(page.title))}">[{numbers[page]}]</a>'
            for page in entry.pages
        )
        return f"<li>{lead}{escape(entry.text)} {marks}</li>"

    def section(told: Section) -> str:
        tag = "ol" if told.numbered else "ul"
        return f"<section><h2>{escape(told.title)}</h2><{tag}>{''.join(map(line, told.entries))}</{tag}></section>"

    sources = "".join(
        f'<li><a href="{escape(page.url)}">{escape(one_line(page.title))}</a>, {text_of(page)}</li>' for page in numbers
    )
    costs = _costs(record.costs) if record.costs else ""
    cited = f"<section><h2>Sources</h2><ol>{sources}</ol></section>" if sources else ""
    return "".join(map(section, sections)) + costs + cited


def _costs(costs: CostSummary) -> str:
    """What each part costs, as a table with what it comes to in its last row."""
    told = told_costs(costs)
    heads = "".join(f'<th scope="col">{head}</th>' for head in HEADS)
    rows = (
        f'<tr><th scope="row">{escape(part)}</th><td>{escape(whole)}</td><td>{escape(smaller)}</td></tr>'
        for part, whole, smaller in (*told.rows, told.total)
    )
    notes = "".join(f'<p class="quiet">{escape(note)}</p>' for note in told.notes)
    return (
        f"<section><h2>{TITLE}</h2><p>{escape(told.load)}</p>"
        f"<table><thead><tr>{heads}</tr></thead><tbody>{''.join(rows)}</tbody></table>{notes}</section>"
    )


def list_of_all(record: ExportRecord) -> str:
    """Everything that is drawn, as buttons that open its card: for the keyboard, a screen reader and a phone."""
    boxes = sorted(record.scene.boxes, key=lambda box: (box.x, -box.y))
    members = members_of_each(record.scene)
    services, connections = (
        "".join(
            f'<li><button type="button" value="{each.id}" data-members="{" ".join(members.get(each.id, (each.id,)))}">'
            f"{escape(one_line(each.name))}</button></li>"
            for each in entries
        )
        for entries in (boxes, record.scene.arrows)
    )
    return (
        f"<details><summary>Everything that is drawn, as a list</summary>"
        f"<h3>Services</h3><ul>{services}</ul><h3>Connections</h3><ul>{connections}</ul></details>"
    )
