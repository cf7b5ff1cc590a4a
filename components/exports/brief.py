"""What is shown as a Markdown brief, to be pasted into a review document: whole in one file, with the picture as a
`mermaid` block, or beside the picture in a ZIP."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from components.exports.markdown_text import SourceMarks, bulleted, plain_markdown, section
from components.exports.mermaid import mermaid_source
from components.exports.record import ExportRecord
from components.exports.svg import svg_picture
from components.exports.told_costs import costs_in_markdown
from components.exports.too_large import TooLargeError
from data.landscape.walk import part_name
from data.records import Catalog, UseCase


def markdown_brief(catalog: Catalog, record: ExportRecord) -> bytes:
    """The brief of a use case, or of a view of the landscape; ids stand in code marks, the sources at the end with
    the dates of their texts."""
    return _brief(catalog, record, mermaid_block(record))


def brief_with_picture(catalog: Catalog, record: ExportRecord) -> bytes:
    """A ZIP with the brief and the picture that it shows."""
    picture = record.file_name("svg", whole=True)
    text = _brief(catalog, record, f"![{plain_markdown(record.title)}]({picture})")
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as kept:
        for name, content in ((record.file_name("md", whole=True), text), (picture, svg_picture(record))):
            kept.writestr(ZipInfo(name), content, ZIP_DEFLATED)
    return file.getvalue()


def mermaid_block(record: ExportRecord) -> str:
    """The picture in a form that GitHub, GitLab and others draw; where it is too large for that, a sentence."""
    try:
        return f"```mermaid\n{mermaid_source(record).decode().rstrip()}\n```"
    except TooLargeError as error:
        return plain_markdown(str(error))


def _brief(catalog: Catalog, record: ExportRecord, picture: str) -> bytes:
    cited = SourceMarks()
    title = record.use_case.title if record.use_case else record.title
    body = _use_case(catalog, record.use_case, cited) if record.use_case else _landscape(record)
    body += costs_in_markdown(record.costs)
    parts = [
        f"# {plain_markdown(title)}",
        plain_markdown(record.filters),
        picture,
        *body,
        *_drawn(catalog, record, cited),
        *section("Sources", "\n".join(cited.lines())),
        f"AWS Data Landscape, {record.date_in_words}: <{record.address}>",
    ]
    return ("\n\n".join(part for part in parts if part) + "\n").encode()


def _use_case(catalog: Catalog, use_case: UseCase, cited: SourceMarks) -> list[str]:
    pages = use_case.sources
    steps = [
        f"{number}. **{plain_markdown(step.title)}** "
        f"({plain_markdown(part_name(catalog, step.connection))}): {plain_markdown(step.text)}"
        f"{cited.mark(step.source, pages)}"
        for number, step in enumerate(use_case.steps, start=1)
    ]
    failures = [
        f"**{plain_markdown(part_name(catalog, failure.part))}**: {plain_markdown(failure.what)}"
        f" What happens next: {plain_markdown(failure.then)}"
        f" What to do: {plain_markdown(failure.do)}{cited.mark(failure.source, pages)}"
        for failure in use_case.failures
    ]
    smaller = [
        f"Without **{plain_markdown(catalog.services[entry.service].short_name)}**: {plain_markdown(entry.text)}"
        for entry in use_case.smaller
    ]
    return [
        *section("Steps", "\n".join(steps)),
        *section(
            "Why these services (our judgement)",
            bulleted(f"{plain_markdown(j.text)}{cited.mark(j.source, pages)}" for j in use_case.why),
        ),
        *section(
            "Trade-offs (our judgement)",
            bulleted(f"{plain_markdown(j.text)}{cited.mark(j.source, pages)}" for j in use_case.trade_offs),
        ),
        *section("Failure modes", bulleted(failures)),
        *section(
            "Alternatives (our judgement)",
            bulleted(
                f"**{plain_markdown(a.title)}**: {plain_markdown(a.text)}{cited.mark(a.source, pages)}"
                for a in use_case.alternatives
            ),
        ),
        *section("The smaller, cheaper version (our judgement)", bulleted(smaller)),
    ]


def _landscape(record: ExportRecord) -> list[str]:
    hops = [
        (f"{step.number}. {plain_markdown(step.title)}: {plain_markdown(step.connection.what.text)}")
        for step in record.walk
    ]
    return section("The path", "\n".join(hops)) if hops else []


def _drawn(catalog: Catalog, record: ExportRecord, cited: SourceMarks) -> list[str]:
    """The services and connections, those that are lit first."""
    shown = record.view
    parts: list[str] = []
    for heading, services, connections in (
        ("", shown.lit_services, shown.lit_connections),
        (", dimmed", shown.services - shown.lit_services, shown.connections - shown.lit_connections),
    ):
        told = (catalog.services[service] for service in catalog.services if service in services)
        lines = [
            (
                f"**{plain_markdown(s.name)}** (`{s.id}`): "
                f"{plain_markdown(s.purpose.text)}{cited.mark(s.purpose.source, s.sources)}"
            )
            for s in told
        ]
        arrows = (catalog.connections[connection] for connection in catalog.connections if connection in connections)
        kinds = {kind.id: kind.name for kind in catalog.taxonomy.kinds}
        ways = [
            f"**{plain_markdown(part_name(catalog, c.id))}** (`{c.id}`, "
            f"{plain_markdown(kinds[c.kind])}): {plain_markdown(c.what.text)}"
            f"{cited.mark(c.what.source, c.sources)}"
            for c in arrows
        ]
        parts += section(f"Services{heading}", bulleted(lines)) + section(f"Connections{heading}", bulleted(ways))
    return parts
