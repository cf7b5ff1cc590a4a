"""Small inputs of `inputs/`, one construct each, read the way a visitor's files are."""

from __future__ import annotations

from pathlib import Path

from data.estate.judging.assess import Result, assess
from data.estate.read import read_estate
from data.estate.records import Estate, Resource

INPUTS = Path(__file__).with_name("inputs")


def files_of(name: str) -> list[tuple[str, bytes]]:
    """The files of one input: a file, or all of a folder."""
    path = INPUTS / name
    members = [path] if path.is_file() else sorted(member for member in path.rglob("*") if member.is_file())
    return [
        (member.relative_to(INPUTS if path.is_file() else path).as_posix(), member.read_bytes()) for member in members
    ]


def read(name: str) -> Estate:
    """The estate of one input."""
    return read_estate(files_of(name))


def named(estate: Estate, name: str) -> Resource:
    """The resource with this name."""
    return next(resource for resource in estate.resources if resource.name == name)


def arrows(estate: Estate) -> set[str]:
    """Every arrow as `A > B is`, with the service where that says more than the name."""
    return {
        f"{estate.name(link.source)} > {estate.name(link.target)} {link.certainty}"
        for link in estate.links
        if link.source != link.target
    }


def answers(estate: Estate, finding: str) -> dict[str, Result]:
    """The answers to one question by the name of the resource."""
    return {result.resource.name: result for result in assess(estate) if result.finding.id == finding}
