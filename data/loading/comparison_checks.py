"""What must hold of the ready comparisons: nothing dangling, a cell for every option in every row, and figures of one
row in one measure."""

from collections.abc import Iterator

from data.records import Catalog, Comparison, Fact


def comparison_problems(catalog: Catalog) -> Iterator[str]:
    """All problems of the ready comparisons, a line each: file, field, what is wrong."""
    for comparison in catalog.comparisons.values():
        file = f"comparisons/{comparison.id}.yaml"
        yield from _dangling(catalog, comparison, file)
        yield from _uneven(comparison, file)
        for fact in (*comparison.facts, *_facts_of_rows(comparison)):
            if fact.conflict is not None and fact.conflict not in catalog.conflicts:
                yield f"{file}: conflict: unknown conflict {fact.conflict!r}"


def _facts_of_rows(comparison: Comparison) -> Iterator[Fact]:
    for row in comparison.rows:
        for cell in row.cells:
            yield from cell.facts


def _dangling(catalog: Catalog, comparison: Comparison, file: str) -> Iterator[str]:
    if len(set(comparison.services)) < len(comparison.services):
        yield f"{file}: services: one of them stands twice"
    named = [("services", service) for service in comparison.services]
    named += [
        (f"options.{number}.services", service)
        for number, option in enumerate(comparison.options)
        for service in option.services
    ]
    for field, service in named:
        if service not in catalog.services:
            yield f"{file}: {field}: unknown service {service!r}"
    for number, option in enumerate(comparison.options):
        for connection in option.connections:
            if connection not in catalog.connections:
                yield f"{file}: options.{number}.connections: unknown connection {connection!r}"


def _uneven(comparison: Comparison, file: str) -> Iterator[str]:
    titles = [row.title for row in comparison.rows]
    for number, row in enumerate(comparison.rows):
        if len(row.cells) != len(comparison.options):
            yield f"{file}: rows.{number}.cells: {len(row.cells)} cells for {len(comparison.options)} options"
        if titles.count(row.title) > 1 and titles.index(row.title) == number:
            yield f"{file}: rows.{number}.title: {row.title!r} stands twice"
    names = [option.name for option in comparison.options]
    if len(set(names)) < len(names):
        yield f"{file}: options: two have the same name"
