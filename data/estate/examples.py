"""The ready examples: small systems written for this project, one for each way in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).with_name("examples")


@dataclass(frozen=True, slots=True)
class Example:
    """An example: its id (the name of its folder), what it is called, and what it shows."""

    id: str
    name: str
    text: str


EXAMPLES = (
    Example("orders", "Orders, in SAM", "A table, its stream, functions, a cache and a search index."),
    Example("warehouse", "Warehouse, in Terraform", "A database behind functions, and two warehouses fed from it."),
    Example("change", "A change, as a plan", "What a Terraform plan would create, change and delete."),
)


def files_of_example(example: str) -> list[tuple[str, bytes]]:
    """The files of an example, by its id.

    Errors: KeyError for an id that is none.
    """
    known = {entry.id for entry in EXAMPLES}
    if example not in known:
        raise KeyError(example)
    folder = FOLDER / example
    return [
        (file.relative_to(folder).as_posix(), file.read_bytes()) for file in sorted(folder.rglob("*")) if file.is_file()
    ]
