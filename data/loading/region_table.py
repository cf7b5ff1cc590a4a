"""The table of services by AWS Region, as the text of `data/regions.csv` and back."""

import csv
import io
from collections.abc import Collection, Iterator
from dataclasses import dataclass

HEAD = ["botocore", "partition", "region", "name"]
AGAIN = "write the file again with `make regions`"


@dataclass(frozen=True)
class Region:
    """A Region: the id of its partition, its code, its name."""

    partition: str
    code: str
    name: str


@dataclass(frozen=True, eq=False)
class RegionTable:
    """Which services answer where. `clients` maps the id of a service to the boto3 client whose list was read;
    `offered` holds (service id, Region code)."""

    botocore: str
    regions: tuple[Region, ...]
    clients: dict[str, str]
    offered: frozenset[tuple[str, str]]


def as_csv(table: RegionTable) -> str:
    """One row a Region: the version of botocore, partition, code, name, then `yes` or `no` for every
    `service:client`."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*HEAD, *(f"{service}:{client}" for service, client in table.clients.items())])
    for region in table.regions:
        answers = ("yes" if (service, region.code) in table.offered else "no" for service in table.clients)
        writer.writerow([table.botocore, region.partition, region.code, region.name, *answers])
    return out.getvalue()


def read_csv(text: str) -> RegionTable:
    """The table that `as_csv` wrote. Errors: ValueError with one sentence where the text is no such table."""
    try:
        rows = list(csv.reader(io.StringIO(text), strict=True))
    except csv.Error as error:
        raise ValueError(f"not readable as CSV ({error}): {AGAIN}") from error
    problem = next(_problems(rows), None)
    if problem:
        raise ValueError(f"{problem}: {AGAIN}")
    head, *rows = rows
    clients = dict(column.split(":", 1) for column in head[len(HEAD) :])
    offered = {
        (service, row[2])
        for row in rows
        for service, answer in zip(clients, row[len(HEAD) :], strict=True)
        if answer == "yes"
    }
    return RegionTable(rows[0][0], tuple(Region(*row[1:4]) for row in rows), clients, frozenset(offered))


def _problems(rows: list[list[str]]) -> Iterator[str]:
    """What keeps rows from being the table, each with its row."""
    if not rows or rows[0][: len(HEAD)] != HEAD:
        yield f"row 1: does not begin with {', '.join(HEAD)}"
        return
    columns = rows[0][len(HEAD) :]
    if len(rows) < 2 or not columns:
        yield "(whole file): no Region, or no service"
    services = [column.partition(":")[0] for column in columns]
    if any(":" not in column for column in columns) or len(set(services)) < len(services):
        yield "row 1: needs one column `service:client` for each service"
    codes = [row[2] for row in rows[1:] if len(row) > 2]
    for number, row in enumerate(rows[1:], start=2):
        if len(row) != len(rows[0]) or not all(row) or set(row[len(HEAD) :]) - {"yes", "no"}:
            yield f"row {number}: needs {len(HEAD)} texts and {len(columns)} answers, yes or no"
        elif row[2] in codes[: number - 2]:
            yield f"row {number}: the Region {row[2]!r} stands twice"


def region_problems(text: str, services: Collection[str]) -> Iterator[str]:
    """What is wrong with the text of a table: it cannot be read, or names a service that is not among `services`."""
    try:
        table = read_csv(text)
    except ValueError as error:
        yield str(error)
        return
    for service in table.clients:
        if service not in services:
            yield f"row 1: unknown service {service!r}"
