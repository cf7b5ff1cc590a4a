"""A use case as a Markdown architectural decision record in the form of MADR (adr.github.io/madr), as a proposal."""

from components.exports.brief import mermaid_block
from components.exports.markdown_text import SourceMarks, bulleted, plain_markdown, section
from components.exports.record import ExportRecord
from components.exports.told_costs import costs_in_markdown
from data.landscape.walk import part_name
from data.records import Catalog, UseCase


def decision_record(catalog: Catalog, record: ExportRecord) -> bytes:
    """The record: problem, drivers, options, outcome with consequences, and the sources; what is our judgement says so.

    Errors: ValueError where the record is of no use case.
    """
    use_case = record.use_case
    if use_case is None:
        raise ValueError("a decision record needs a use case")
    cited = SourceMarks()
    title = plain_markdown(use_case.title)
    ours = f"{title} as drawn below"
    options = [ours, *(plain_markdown(entry.title) for entry in use_case.alternatives)]
    parts = [
        f"---\nstatus: proposed\ndate: {record.day.isoformat()}\n---",
        f"# {title}",
        *section("Context and Problem Statement", plain_markdown(use_case.problem)),
        *section("Decision Drivers", bulleted(_judged(use_case, cited))),
        *section("Considered Options", bulleted(options)),
        *section("Decision Outcome", _outcome(catalog, use_case, ours, cited)),
        mermaid_block(record),
        *section("Consequences", bulleted(_consequences(use_case, cited)), level=3),
        *costs_in_markdown(record.costs, level=3),
        *section("Confirmation", bulleted(_failures(catalog, use_case, cited)), level=3),
        *section("Pros and Cons of the Options", _others(use_case, cited)),
        *section("More Information", _sources(record, cited)),
    ]
    return ("\n\n".join(parts) + "\n").encode()


def _judged(use_case: UseCase, cited: SourceMarks) -> list[str]:
    return [f"{plain_markdown(each.text)}{cited.mark(each.source, use_case.sources)}" for each in use_case.why]


def _outcome(catalog: Catalog, use_case: UseCase, ours: str, cited: SourceMarks) -> str:
    """What is chosen, and the steps in which it works."""
    steps = [
        f"{number}. **{plain_markdown(step.title)}** ({plain_markdown(part_name(catalog, step.connection))}): "
        f"{plain_markdown(step.text)}{cited.mark(step.source, use_case.sources)}"
        for number, step in enumerate(use_case.steps, start=1)
    ]
    reason = plain_markdown(use_case.why[0].text)
    return f'Chosen option: "{ours}", because of this (the judgement of the atlas, to be confirmed): {reason}\n\n' + (
        "\n".join(steps)
    )


def _consequences(use_case: UseCase, cited: SourceMarks) -> list[str]:
    good = [f"Good, because {line}" for line in _judged(use_case, cited)]
    bad = [
        f"Bad, because {plain_markdown(each.text)}{cited.mark(each.source, use_case.sources)}"
        for each in use_case.trade_offs
    ]
    return [*good, *bad]


def _failures(catalog: Catalog, use_case: UseCase, cited: SourceMarks) -> list[str]:
    return [
        f"Test what happens if **{plain_markdown(part_name(catalog, each.part))}** fails: {plain_markdown(each.what)} "
        f"Expected: {plain_markdown(each.then)} To do: {plain_markdown(each.do)}"
        f"{cited.mark(each.source, use_case.sources)}"
        for each in use_case.failures
    ]


def _others(use_case: UseCase, cited: SourceMarks) -> str:
    return "\n\n".join(
        f"### {plain_markdown(each.title)}\n\n{plain_markdown(each.text)}{cited.mark(each.source, use_case.sources)}"
        for each in use_case.alternatives
    )


def _sources(record: ExportRecord, cited: SourceMarks) -> str:
    link = f"AWS Data Landscape, {record.date_in_words}: <{record.address}>"
    return "\n".join(cited.lines()) + f"\n\n{link}"
