"""Reads the statements of the catalog as a doubting reader does: words that allow no exception, numbers without a unit,
and statements of one subject with different numbers.

Run by `make wording`, or for some records with `python -m data.tools.wording redshift rds`. A line is a question, not
an error: whoever changes a statement asks it again.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import NamedTuple

from data.catalog import catalog
from data.records import Catalog, Limit, Record
from data.tools.coverage import statements_in

ABSOLUTE = re.compile(
    r"\b(?:always|never|only|any|all|every|each|none|nothing|cannot|unlimited)\b",
    re.IGNORECASE,
)
NUMBER = re.compile(r"(?<![\w.,:/-])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?![\w.,:/-]*\w)")
UNIT = re.compile(r"\s*(?:percent|%|[A-Za-z°]|\(|to \d|or \d|and \d|of \d)")
NO_UNIT_NEEDED = re.compile(
    r"(?:[A-Z][\w.+-]*|versions?|ports?|patch|engine|error|status|code"
    r"|since|until|from|before|after|on|later|value)\s*$"
)
SAME_SUBJECT = 0.75
FEWEST_WORDS = 5
TEXT_FIELDS = ("text", "accurate", "definition", "says", "what", "note")


class Said(NamedTuple):
    """One statement: the folder and record it stands in, its words, whether it names a conflict or is a figure."""

    where: str
    text: str
    conflict: bool = False
    figure: bool = False


class Differing(NamedTuple):
    """Two statements of one subject, and the numbers that only one of them has."""

    first: Said
    second: Said


def said(catalog: Catalog) -> Iterator[Said]:
    """All statements of services, connections, use cases, terms and comparisons."""
    folders: Mapping[str, Mapping[str, Record]] = {
        "services": catalog.services,
        "connections": catalog.connections,
        "use_cases": catalog.use_cases,
        "glossary": catalog.terms,
        "comparisons": catalog.comparisons,
    }
    for folder, records in folders.items():
        for record_id, record in records.items():
            for statement in statements_in(record):
                text = words_of(statement)
                if text:
                    conflict = bool(getattr(statement, "conflict", None))
                    yield Said(f"{folder}/{record_id}", text, conflict, isinstance(statement, Limit))


def words_of(statement: Record) -> str:
    """A statement as one line; a figure as its name, value and unit."""
    if isinstance(statement, Limit):
        return f"{statement.name}: {statement.value} {statement.unit}" + (
            f" ({statement.note})" if statement.note else ""
        )
    return next((text for name in TEXT_FIELDS if isinstance(text := getattr(statement, name, None), str) and text), "")


def absolutes(statements: Iterable[Said]) -> list[tuple[Said, tuple[str, ...]]]:
    """Statements with words that allow no exception, and those words."""
    found = ((one, tuple(dict.fromkeys(word.lower() for word in ABSOLUTE.findall(one.text)))) for one in statements)
    return [(one, words) for one, words in found if words]


def without_unit(statements: Iterable[Said]) -> list[tuple[Said, tuple[str, ...]]]:
    """Statements with numbers that nothing follows which could be a unit; a figure has a unit of its own."""
    found = ((one, tuple(bare_numbers(one.text))) for one in statements if not one.figure)
    return [(one, numbers) for one, numbers in found if numbers]


def bare_numbers(text: str) -> Iterator[str]:
    """Numbers before no unit; versions, ports, dates and names of things are passed over."""
    for match in NUMBER.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        if "." not in match[0] and not UNIT.match(after) and not NO_UNIT_NEEDED.search(before):
            yield match[0]


def differing(statements: Iterable[Said]) -> list[Differing]:
    """Pairs of statements with nearly the same words and other numbers; a conflict that one names explains a pair."""
    by_record: dict[frozenset[str], list[tuple[frozenset[str], Said]]] = defaultdict(list)
    for one in statements:
        words = content(one.text)
        if len(words) >= FEWEST_WORDS and numbers(one.text):
            for subject in subjects(one.where):
                by_record[frozenset({subject})].append((words, one))
    found: dict[tuple[str, str], Differing] = {}
    for group in by_record.values():
        for (words, first), (others, second) in combinations(group, 2):
            alike = len(words & others) / len(words | others) >= SAME_SUBJECT and not told_apart(
                first.text, second.text
            )
            if alike and numbers(first.text) != numbers(second.text) and not first.conflict and not second.conflict:
                found[(first.text, second.text)] = Differing(first, second)
    return list(found.values())


def told_apart(first: str, second: str) -> bool:
    """Whether two texts name two things: by what stands before a colon, or by a name of its own on each side."""
    heads = [text.partition(":")[0] for text in (first, second) if ":" in text]
    if len(heads) == len({first, second}) == len(set(heads)):
        return True
    mine, yours = names(first), names(second)
    return bool(mine - yours and yours - mine)


def names(text: str) -> frozenset[str]:
    """Words with a capital letter inside the sentence, or with one or a digit inside the word."""
    inside = re.findall(r"(?<=\s)[A-Z][\w.]*", text)
    return frozenset([*inside, *re.findall(r"\b[A-Za-z]+[A-Z\d][\w.]*", text)])


def subjects(where: str) -> tuple[str, ...]:
    """The services that a record speaks of, as its id tells: one of a card, two of an arrow."""
    folder, _, record = where.partition("/")
    return tuple(record.split("--")[:2]) if folder == "connections" else (record,)


def content(text: str) -> frozenset[str]:
    """The words of a statement that say what it is about."""
    return frozenset(word for word in re.findall(r"[a-z][a-z_-]+", text.lower()) if len(word) > 2)


def numbers(text: str) -> frozenset[str]:
    """All numbers of a statement, without the commas of thousands."""
    return frozenset(number.replace(",", "") for number in re.findall(r"\d[\d,]*(?:\.\d+)?", text))


def report(catalog: Catalog, records: frozenset[str] = frozenset()) -> str:
    """What `make wording` prints; of the named services and records only, if any is named."""
    statements = [one for one in said(catalog) if not records or records & {*subjects(one.where)}]
    certain, bare, pairs = absolutes(statements), without_unit(statements), differing(statements)
    lines = [f"{len(statements)} statements", "", f"{len(certain)} allow no exception; does one exist?"]
    lines += [f"  {one.where}: [{', '.join(words)}] {one.text}" for one, words in certain]
    lines += ["", f"{len(bare)} have a number without a unit"]
    lines += [f"  {one.where}: [{', '.join(found)}] {one.text}" for one, found in bare]
    lines += ["", f"{len(pairs)} pairs speak of one subject with different numbers"]
    lines += [f"  {pair.first.where}: {pair.first.text}\n  {pair.second.where}: {pair.second.text}\n" for pair in pairs]
    return "\n".join(lines)


if __name__ == "__main__":
    print(report(catalog(), frozenset(sys.argv[1:])))
