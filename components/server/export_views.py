"""The pages whose pictures have addresses, and how each makes its record from its own parameters."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from components.exports.record import ExportRecord
from components.frame.address import Address
from components.frame.given_address import Parameters
from components.landscape.address import PARAMETERS as LANDSCAPE
from components.landscape.address import read_question
from components.landscape.address import values_of as question_values
from components.landscape.export import landscape_export
from components.use_cases.address import PARAMETERS as USE_CASES
from components.use_cases.address import read_place
from components.use_cases.address import values_of as place_values
from components.use_cases.export import use_case_export
from data.landscape.walk import Place
from data.records import Catalog


class NothingToExportError(Exception):
    """One sentence that says what the address lacks."""


@dataclass(frozen=True)
class ExportView:
    """A page: its path, its declared parameters, what reads them (a question), what writes them again, what makes the
    record of a question, and whether it shows steps."""

    path: str
    declared: Parameters
    read: Callable[[Address, Catalog], Any]
    write: Callable[[Any], dict[Any, Any]]
    record: Callable[..., ExportRecord]
    walks: bool = False


def _place(address: Address, catalog: Catalog) -> Place:
    place = read_place(address, catalog)
    if place.use_case is None:
        raise NothingToExportError("Which use case? Name it, such as /export/use-cases.svg?use_case=siem.")
    return replace(place, presenting=False)


VIEWS = {
    "landscape": ExportView("", LANDSCAPE, read_question, question_values, landscape_export),
    "use-cases": ExportView("use-cases", USE_CASES, _place, place_values, use_case_export, walks=True),
}
