"""What must hold of the pages that the catalog cites: official, cited, once in a file, read in the past, and
everywhere in the same text."""

from collections.abc import Iterator, Mapping
from datetime import date
from urllib.parse import urlsplit

from data.records import Catalog, Source

OFFICIAL_HOSTS = frozenset(
    {
        "docs.aws.amazon.com",
        "aws.amazon.com",
        "docs.opensearch.org",
        "opensearch.org",
        "opentelemetry.io",
        "docs.fluentbit.io",
    }
)

CHANGES = "changes"

Cited = tuple[Mapping[str, Source], frozenset[str]]


def sources_by_file(catalog: Catalog) -> dict[str, Cited]:
    """For every file (and every connection of a file) its sources and the keys that its statements cite."""
    found: dict[str, Cited] = {}
    for service in catalog.services.values():
        found[f"services/{service.id}.yaml"] = (service.sources, service.cited)
    for use_case in catalog.use_cases.values():
        found[f"use_cases/{use_case.id}.yaml"] = (use_case.sources, use_case.cited)
    for term in catalog.terms.values():
        found[f"glossary/{term.id}.yaml"] = (term.sources, term.cited)
    for conflict in catalog.conflicts.values():
        found[f"conflicts/{conflict.id}.yaml"] = (conflict.sources, conflict.cited)
    for trouble in catalog.troubles.values():
        found[f"troubles/{trouble.id}.yaml"] = (trouble.sources, trouble.cited)
    for comparison in catalog.comparisons.values():
        found[f"comparisons/{comparison.id}.yaml"] = (comparison.sources, comparison.cited)
    for connection in catalog.connections.values():
        found[f"connections/{connection.source_id}.yaml: {connection.id}"] = (connection.sources, connection.cited)
    for change in catalog.changes.values():
        found[f"{CHANGES}/{change.id}.yaml"] = (change.sources, change.cited)
    found["notes.yaml"] = (catalog.notes.sources, catalog.notes.cited)
    return found


def page_of(source: Source) -> str:
    """The address of a page without its anchor."""
    return source.url.partition("#")[0]


def source_problems(catalog: Catalog, today: date | None = None) -> Iterator[str]:
    """All problems of the pages cited; `today` is the day on which no text can be newer."""
    today = today or date.today()
    by_file = sources_by_file(catalog)
    for file, (sources, cited) in by_file.items():
        for key in sorted(cited - set(sources)):
            yield f"{file}: source: {key!r} is not among the sources of the file"
        for key in sorted(set(sources) - cited):
            yield f"{file}: sources.{key}: no statement cites it"
        for key, source in sources.items():
            if urlsplit(source.url).hostname not in OFFICIAL_HOSTS:
                yield f"{file}: sources.{key}.url: not an official documentation host: {source.url}"
            if source.newest is not None and source.newest > today:
                yield f"{file}: sources.{key}.read_on: {source.read_on} is in the future"
        pages = [page_of(source) for source in sources.values()]
        for page in sorted({p for p in pages if pages.count(p) > 1}):
            yield f"{file}: sources: the page stands twice: {page}"
    past = {
        file: ({key: s for key, s in sources.items() if (s.newest or date.min) <= today}, cited)
        for file, (sources, cited) in by_file.items()
    }
    yield from _age_problems(past)


def _age(source: Source) -> tuple[date, date]:
    """Sorts texts by age: by the latest day that their date names, then by the earliest; an undated one counts as the
    oldest."""
    return source.newest or date.min, source.oldest or date.min


def newest_texts(by_file: Mapping[str, Cited]) -> dict[str, tuple[str, Source]]:
    """For every page cited, a file that cites its newest text, and that source."""
    found: dict[str, tuple[str, Source]] = {}
    for file, (sources, _) in by_file.items():
        for source in sources.values():
            known = found.setdefault(page_of(source), (file, source))
            if _age(source) > _age(known[1]):
                found[page_of(source)] = (file, source)
    return found


def _age_problems(by_file: Mapping[str, Cited]) -> Iterator[str]:
    """The same page is cited in the same text everywhere, unless the one who cites an older text says why; a change
    keeps the text of its day."""
    newest = newest_texts(by_file)
    for file, (sources, _) in by_file.items():
        if file.startswith(f"{CHANGES}/"):
            continue
        for key, source in sources.items():
            other, latest = newest[page_of(source)]
            is_older = _age(source) < _age(latest)
            if is_older and source.older is None:
                yield (
                    f"{file}: sources.{key}.read_on: {source.read_on}, but {other} cites the text of {latest.read_on}:"
                    " confirm the statements in that text and take its date, or say in `older` why this one is cited"
                )
            if not is_older and source.older is not None:
                yield f"{file}: sources.{key}.older: no newer text of this page is cited anywhere"
