"""Services by AWS Region, from the lists inside botocore: a heat map and the same as a table."""

from functools import lru_cache

import pandas as pd
import streamlit as st

from components.about.figures import regions_figure
from components.exports.tables import csv_of
from components.picture.theme_mode import theme_mode
from components.text.plain_text import plain
from data.loading.region_table import RegionTable
from data.records import Catalog
from data.tools.regions import PARTITIONS, regions

CONFIG = {"displayModeBar": False}


def show_regions(catalog: Catalog) -> None:
    """Draw the caveat, the heat map, the table and what has no list."""
    table = regions()
    services = _services(catalog, table)
    st.markdown(
        "Where the API of a service has an endpoint, according to the lists inside "
        f"botocore {plain(table.botocore)}. **Such lists lag behind AWS, in both"
        " directions**, and an endpoint does not mean that every feature, engine or instance type is there:"
        " ask [the list of "
        "AWS](https://aws.amazon.com/about-aws/global-infrastructure/regional-product-services/) before you decide."
    )
    figure = regions_figure(table, services, theme_mode())
    st.plotly_chart(
        figure,
        theme=None,
        config=CONFIG,
        key="about-regions",
        alt=f"Services by AWS Region: {_in_words(table, services)}",
    )
    frame = _frame(catalog, table)
    st.dataframe(frame, hide_index=True, alt="Services by AWS Region, as a table")
    st.download_button(
        "Regions as CSV",
        lambda: csv_of(frame),
        "regions.csv",
        "text/csv",
        icon=":material/download:",
        on_click="ignore",
    )
    st.caption(
        "Without a list of their own, because they have none, share the "
        f"client of another service or are no AWS API: {_without(catalog, table)}."
    )


@lru_cache(maxsize=4)
def _services(catalog: Catalog, table: RegionTable) -> tuple[tuple[str, str], ...]:
    listed = (catalog.services[service] for service in table.clients if service in catalog.services)
    return tuple((service.id, service.short_name) for service in sorted(listed, key=lambda service: not service.core))


def _in_words(table: RegionTable, services: tuple[tuple[str, str], ...]) -> str:
    return (
        ", ".join(
            f"{name} in {sum((service, region.code) in table.offered for region in table.regions)}"
            for service, name in services
        )
        + " Regions"
    )


@lru_cache(maxsize=4)
def _frame(catalog: Catalog, table: RegionTable) -> pd.DataFrame:
    rows = []
    for service, name in _services(catalog, table):
        row: dict[str, object] = {"Service": name, "boto3 client": table.clients[service]}
        for partition, title in PARTITIONS.items():
            here = [region for region in table.regions if region.partition == partition]
            row[title] = f"{sum((service, region.code) in table.offered for region in here)} of {len(here)}"
        row["Not listed in"] = ", ".join(
            region.code for region in table.regions if (service, region.code) not in table.offered
        )
        rows.append(row)
    return pd.DataFrame(rows)


@lru_cache(maxsize=4)
def _without(catalog: Catalog, table: RegionTable) -> str:
    return plain(
        ", ".join(service.short_name for service in catalog.services.values() if service.id not in table.clients)
    )
