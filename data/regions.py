"""In which AWS Regions the services of the catalog have an endpoint, according to the lists inside botocore.

`make regions` writes `data/regions.csv` from the installed botocore; the app only reads that file. Such lists lag behind AWS, in both directions, and name
Regions in which the API of a service answers, which does not mean that all of its features do.
"""

import csv
import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from data.catalog import HERE, Catalog, catalog

FILE = HERE / "regions.csv"
PARTITIONS = {"aws": "Commercial", "aws-eusc": "European Sovereign Cloud", "aws-us-gov": "GovCloud (US)", "aws-cn": "China"}

RegionsOf = Callable[[str, str], Iterable[str]]


@dataclass(frozen=True)
class Region:
    """A Region: the id of its partition, its code, its name."""

    partition: str
    code: str
    name: str


@dataclass(frozen=True, eq=False)
class RegionTable:
    """Which services answer where. `clients` maps the id of a service to the boto3 client whose list was read; `offered` holds (service id, Region code)."""

    botocore: str
    regions: tuple[Region, ...]
    clients: dict[str, str]
    offered: frozenset[tuple[str, str]]


def own_clients(of: Catalog) -> dict[str, tuple[str, ...]]:
    """For every service the boto3 clients that are its own: a client goes to the core service that names it and is part of no other, then to the first."""
    owners: dict[str, str] = {}
    for service in sorted(of.services.values(), key=lambda s: (s.part_of is not None, not s.core)):
        for client in service.names_in_code.boto3:
            owners.setdefault(client, service.id)
    return {
        service.id: tuple(client for client in service.names_in_code.boto3 if owners[client] == service.id)
        for service in of.services.values()
        if service.id in owners.values()
    }


def region_table(of: Catalog, regions: Iterable[Region], regions_of: RegionsOf, botocore: str) -> RegionTable:
    """The table of the services whose client has a list. `regions_of(client, partition)` gives the codes of that list."""
    every = tuple(regions)
    partitions = list(dict.fromkeys(region.partition for region in every))
    clients: dict[str, str] = {}
    offered: set[tuple[str, str]] = set()
    for service, own in own_clients(of).items():
        for client in own:
            codes = {code for partition in partitions for code in regions_of(client, partition)}
            if codes and service not in clients:
                clients[service] = client
                offered |= {(service, region.code) for region in every if region.code in codes}
    return RegionTable(botocore, every, clients, frozenset(offered))


def as_csv(table: RegionTable) -> str:
    """One row a Region: the version of botocore, partition, code, name, then `yes` or `no` for every `service:client`."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["botocore", "partition", "region", "name", *(f"{service}:{client}" for service, client in table.clients.items())])
    for region in table.regions:
        answers = ("yes" if (service, region.code) in table.offered else "no" for service in table.clients)
        writer.writerow([table.botocore, region.partition, region.code, region.name, *answers])
    return out.getvalue()


def read_csv(text: str) -> RegionTable:
    """The table that `as_csv` wrote. Errors: ValueError where the text is no such table."""
    head, *rows = csv.reader(io.StringIO(text))
    if head[:4] != ["botocore", "partition", "region", "name"] or not rows:
        raise ValueError("regions.csv does not begin with botocore, partition, region, name: write it again with `make regions`")
    clients = dict(column.split(":", 1) for column in head[4:])
    offered = {(service, row[2]) for row in rows for service, answer in zip(clients, row[4:], strict=True) if answer == "yes"}
    return RegionTable(rows[0][0], tuple(Region(*row[1:4]) for row in rows), clients, frozenset(offered))


@lru_cache(maxsize=1)
def regions(file: Path = FILE) -> RegionTable:
    """The table that is committed."""
    return read_csv(file.read_text("utf-8"))


def from_botocore(of: Catalog) -> RegionTable:
    """The table from the endpoint lists of the installed botocore, a development dependency."""
    import botocore.session  # noqa: PLC0415 (the app runs without it)

    session = botocore.session.get_session()
    names = {
        (entry["partition"], code): region["description"]
        for entry in session.get_component("data_loader").load_data("endpoints")["partitions"]
        for code, region in entry["regions"].items()
    }
    every = [Region(partition, code, names[partition, code]) for partition in PARTITIONS for code in sorted(session.get_available_regions("ec2", partition))]
    return region_table(of, every, session.get_available_regions, botocore.__version__)


if __name__ == "__main__":
    written = from_botocore(catalog())
    FILE.write_text(as_csv(written), "utf-8")
    print(f"Wrote {FILE.relative_to(HERE.parent)}: {len(written.clients)} services, {len(written.regions)} Regions, botocore {written.botocore}")
