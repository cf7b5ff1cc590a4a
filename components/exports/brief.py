"""What is shown as a Markdown brief, to be pasted into an architecture decision record."""

import re
from collections.abc import Iterable, Mapping

from components.exports.record import ExportRecord, one_line
from components.text.citations import text_date
from data.landscape.walk import part_name
from data.records import Catalog, Source, UseCase

_MARKUP = re.compile(r"([\\`*_\[\]<>|~&#$])")
_AT_START = re.compile(r"^([-+=:]|\d+[.)])")


class _Sources:
    """Numbers pages in the order in which they are cited."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, str], int] = {}
        self._pages: list[Source] = []

    def mark(self, keys: Iterable[str], pages: Mapping[str, Source]) -> str:
        """` [1] [2]`, or nothing."""
        marks = []
        for page in (pages[key] for key in keys):
            number = self._numbers.setdefault((page.url, page.read_on), len(self._numbers) + 1)
            if number > len(self._pages):
                self._pages.append(page)
            marks.append(f" \\[{number}\\]")
        return "".join(dict.fromkeys(marks))

    def lines(self) -> list[str]:
        return [
            f"{number}. [{plain_markdown(p.title)}](<{p.url}>), text of {text_date(p.read_on)}"
            for number, p in enumerate(self._pages, start=1)
        ]


def markdown_brief(catalog: Catalog, record: ExportRecord) -> bytes:
    """The brief of a use case, or of a view of the landscape; ids stand in code marks, the sources at the end with
    the dates of their texts."""
    cited = _Sources()
    title = record.use_case.title if record.use_case else record.title
    picture = f"![{plain_markdown(record.title)}]({record.file_name('svg')})"
    body = _use_case(catalog, record.use_case, cited) if record.use_case else _landscape(catalog, record)
    parts = [
        f"# {plain_markdown(title)}",
        plain_markdown(record.filters),
        picture,
        *body,
        *_drawn(catalog, record, cited),
    ]
    parts += ["## Sources", "\n".join(cited.lines()), f"AWS Data Landscape, {record.date_in_words}: <{record.address}>"]
    return ("\n\n".join(part for part in parts if part) + "\n").encode()


def plain_markdown(text: str) -> str:
    """Text that Markdown shows as it is, in one line, with as few backslashes as that takes."""
    escaped = _MARKUP.sub(r"\\\1", one_line(text))
    return _AT_START.sub(lambda start: f"{start[1][:-1]}\\{start[1][-1]}", escaped)


def _use_case(catalog: Catalog, use_case: UseCase, cited: _Sources) -> list[str]:
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
        *_section("Steps", "\n".join(steps)),
        *_section(
            "Why these services (our judgement)",
            _list(f"{plain_markdown(j.text)}{cited.mark(j.source, pages)}" for j in use_case.why),
        ),
        *_section(
            "Trade-offs (our judgement)",
            _list(f"{plain_markdown(j.text)}{cited.mark(j.source, pages)}" for j in use_case.trade_offs),
        ),
        *_section("Failure modes", _list(failures)),
        *_section(
            "Alternatives (our judgement)",
            _list(
                f"**{plain_markdown(a.title)}**: {plain_markdown(a.text)}{cited.mark(a.source, pages)}"
                for a in use_case.alternatives
            ),
        ),
        *_section("The smaller, cheaper version (our judgement)", _list(smaller)),
    ]


def _landscape(catalog: Catalog, record: ExportRecord) -> list[str]:
    hops = [
        (
            f"{step.number}. {plain_markdown(part_name(catalog, step.connection.id))}: "
            f"{plain_markdown(step.connection.what.text)}"
        )
        for step in record.walk
    ]
    return _section("The path", "\n".join(hops)) if hops else []


def _drawn(catalog: Catalog, record: ExportRecord, cited: _Sources) -> list[str]:
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
        parts += _section(f"Services{heading}", _list(lines)) + _section(f"Connections{heading}", _list(ways))
    return parts


def _section(title: str, text: str) -> list[str]:
    return [f"## {title}", text] if text else []


def _list(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)
