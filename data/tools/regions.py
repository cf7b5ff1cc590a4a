"""In which AWS Regions the services of the catalog have an endpoint, according to the lists inside botocore.

`make regions` writes `data/regions.csv` from the installed botocore; the app only reads that file. Such lists lag
behind AWS, in both directions, and name Regions in which the API of a service answers, which does not mean that all
of its features do.
"""

from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path

from data.catalog import FOLDER, catalog
from data.loading.region_table import Region, RegionTable, as_csv, read_csv
from data.records import Catalog

FILE = FOLDER / "regions.csv"
PARTITIONS = {
    "aws": "Commercial",
    "aws-eusc": "European Sovereign Cloud",
    "aws-us-gov": "GovCloud (US)",
    "aws-cn": "China",
}

RegionsOf = Callable[[str, str], Iterable[str]]


def own_clients(given: Catalog) -> dict[str, tuple[str, ...]]:
    """For every service the boto3 clients that are its own: a client goes to the core service that names it and is
    part of no other, then to the first."""
    owners: dict[str, str] = {}
    for service in sorted(given.services.values(), key=lambda s: (s.part_of is not None, not s.core)):
        for client in service.names_in_code.boto3:
            owners.setdefault(client, service.id)
    return {
        service.id: tuple(client for client in service.names_in_code.boto3 if owners[client] == service.id)
        for service in given.services.values()
        if service.id in owners.values()
    }


def region_table(given: Catalog, regions: Iterable[Region], regions_of: RegionsOf, botocore: str) -> RegionTable:
    """The table of the services whose client has a list. `regions_of(client, partition)` gives the codes of that
    list."""
    every = tuple(regions)
    partitions = list(dict.fromkeys(region.partition for region in every))
    clients: dict[str, str] = {}
    offered: set[tuple[str, str]] = set()
    for service, own in own_clients(given).items():
        for client in own:
            codes = {code for partition in partitions for code in regions_of(client, partition)}
            if codes and service not in clients:
                clients[service] = client
                offered |= {(service, region.code) for region in every if region.code in codes}
    return RegionTable(botocore, every, clients, frozenset(offered))


@lru_cache(maxsize=1)
def regions(file: Path = FILE) -> RegionTable:
    """The table that is committed."""
    return read_csv(file.read_text("utf-8-sig"))


def from_botocore(given: Catalog) -> RegionTable:
    """The table from the endpoint lists of the installed botocore, a development dependency."""
    import botocore.session  # noqa: PLC0415 (the app runs without it)

    session = botocore.session.get_session()
    names = {
        (entry["partition"], code): region["description"]
        for entry in session.get_component("data_loader").load_data("endpoints")["partitions"]
        for code, region in entry["regions"].items()
    }
    every = [
        Region(partition, code, names[partition, code])
        for partition in PARTITIONS
        for code in sorted(session.get_available_regions("ec2", partition))
    ]
    return region_table(given, every, session.get_available_regions, botocore.__version__)


if __name__ == "__main__":
    written = from_botocore(catalog())
    FILE.write_text(as_csv(written), "utf-8")
    print(
        f"Wrote {FILE.relative_to(FOLDER.parent)}: {len(written.clients)} "
        f"services, {len(written.regions)} Regions, botocore {written.botocore}"
    )
