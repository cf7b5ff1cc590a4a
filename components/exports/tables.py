"""Tables as CSV that a spreadsheet opens as text: no cell can become a formula."""

import pandas as pd

from components.exports.record import ExportRecord
from data.frames import connections_frame, services_frame, use_cases_frame
from data.records import Catalog

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def services_csv(catalog: Catalog, record: ExportRecord) -> bytes:
    """The services that are drawn, in the columns of `services_frame`, and whether each is `lit`."""
    frame = services_frame(catalog)
    return csv_of(_drawn(frame, record.view.services, record.view.lit_services))


def connections_csv(catalog: Catalog, record: ExportRecord) -> bytes:
    """The connections that are drawn, in the columns of `connections_frame`, and whether each is `lit`."""
    frame = connections_frame(catalog)
    return csv_of(_drawn(frame, record.view.connections, record.view.lit_connections))


def steps_csv(catalog: Catalog, record: ExportRecord) -> bytes:
    """The steps of the use case, in the columns of `use_cases_frame`."""
    frame = use_cases_frame(catalog)
    return csv_of(frame[frame["use_case"] == (record.use_case.id if record.use_case else "")])


def csv_of(frame: pd.DataFrame) -> bytes:
    """A frame as CSV with a mark that tells spreadsheets its encoding; a text that they would take as a formula gets
    an apostrophe before it."""
    safe = frame.map(
        lambda cell: f"'{cell}" if isinstance(cell, str) and cell.lstrip(" ").startswith(FORMULA) else cell
    )
    return safe.to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")


def _drawn(frame: pd.DataFrame, drawn: frozenset[str], lit: frozenset[str]) -> pd.DataFrame:
    kept = frame[frame["id"].isin(drawn)]
    return kept.assign(lit=["yes" if identity in lit else "no" for identity in kept["id"]])
