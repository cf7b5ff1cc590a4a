"""Writes proposed prices into the files of `data/prices`: each number where it stands, all other text as it was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from data.tools.propose_prices import Proposal


@dataclass(frozen=True)
class Written:
    """The text of a file with the new numbers, and sentences about what has to be written or looked at by hand."""

    text: str
    left: tuple[str, ...]


def with_proposals(text: str, changes: Sequence[Proposal], place: str) -> Written:
    """A file of prices with the proposals for it; the offer file becomes a copy that the changed prices are read in.

    `place` says where the offer file was.
    """
    document = yaml.compose(text, Loader=yaml.SafeLoader)
    if not isinstance(document, yaml.MappingNode):
        return Written(text, ("The file is no record of prices.",))
    whole = dict(_children(document))
    prices = {str(fields["id"].value): fields for fields in map(_fields, whole["prices"].value)}
    edits: dict[tuple[int, int], str] = {}
    left: list[str] = []
    for change in changes:
        fields = prices[change.price]
        number = _at(fields, change.field)
        if number is None:
            left.append(f"{change}: there is no such field yet, so add it by hand.")
            continue
        edits[_span(number)] = f'"{change.new:f}"'
        copy = f"price-list-{change.published[:10]}"
        edits[_span(fields["read_in"])] = copy
        edits[_span(fields["confidence"])] = "high"
        first = whole["copies"].value[0][0].start_mark.index
        if f"\n  {copy}:\n" not in text:
            edits[first, first] = _copy(copy, change.published, place)
        if "notes" in fields or "conflict" in fields:
            left.append(f"{change.price}: its notes may speak of the old price.")
    for (start, end), new in sorted(edits.items(), reverse=True):
        text = text[:start] + new + text[end:]
    return Written(_without_idle_copies(text), tuple(dict.fromkeys(left)))


def write_proposals(folder: Path, changes: Sequence[Proposal], place: str) -> tuple[str, ...]:
    """Write the proposals into the files below `folder`; what has to be done by hand comes back."""
    left: list[str] = []
    for file in dict.fromkeys(change.file for change in changes):
        path = folder / f"{file}.yaml"
        found = with_proposals(path.read_text("utf-8"), [change for change in changes if change.file == file], place)
        path.write_text(found.text, "utf-8")
        left += found.left
    return tuple(left)


def _without_idle_copies(text: str) -> str:
    """The text without copies that no price is read in any more."""
    document = yaml.compose(text, Loader=yaml.SafeLoader)
    if document is None:
        return text
    whole = dict(_children(document))
    prices = [_fields(node) for node in whole["prices"].value]
    cited = {fields["read_in"].value for fields in prices}
    cited |= {node.value for fields in prices if "also_in" in fields for node in fields["also_in"].value}
    starts = [key.start_mark.index for key, _ in whole["copies"].value]
    ends = [*starts[1:], text.index("\nprices:") + 1 + len("  ")]
    for (key, _), start, end in reversed(list(zip(whole["copies"].value, starts, ends, strict=True))):
        if key.value not in cited:
            text = text[:start] + text[end:] if end != ends[-1] else text[: start - 2] + text[end - 2 :]
    return text


def _children(node: yaml.Node) -> list[tuple[str, yaml.Node]]:
    return [(str(key.value), value) for key, value in node.value]


def _fields(node: yaml.Node) -> dict[str, yaml.Node]:
    return dict(_children(node))


def _span(node: yaml.Node) -> tuple[int, int]:
    return node.start_mark.index, node.end_mark.index


def _at(fields: dict[str, yaml.Node], name: str) -> yaml.Node | None:
    """The node of `usd`, `upfront_usd` or `tiers.1.usd`; None where it is not there."""
    first, _, rest = name.partition(".")
    node = fields.get(first)
    if node is None or not rest:
        return node
    number, _, inner = rest.partition(".")
    return _fields(node.value[int(number)]).get(inner) if int(number) < len(node.value) else None


def _copy(name: str, published: str, place: str) -> str:
    quoted = place.replace("'", "''")
    lines = (
        f"{name}:",
        "  what: Offer file of the AWS Price List",
        f"  address: '{quoted}'",
        f"  read_on: '{published}'",
        "  kind: offer_file",
    )
    return "\n  ".join(lines) + "\n  "
