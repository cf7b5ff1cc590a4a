"""Reads templates, plans and states, and says what to look at again: `python -m data.estate PATH...`.

Exit codes: 0, nothing to fail on; 1, an open finding of the severity named by `--fail-on` or a worse one; 2, nothing
could be read.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from data.estate.apart import read_apart
from data.estate.folders import files_under
from data.estate.judging.assess import RANK, Result
from data.estate.opening.refused import Refused
from data.estate.records import Estate
from data.estate.reports.json_report import as_json
from data.estate.reports.markdown import as_markdown
from data.estate.reports.sarif import as_sarif
from data.estate.reports.text import as_text

FORMATS: dict[str, Callable[[Estate, Iterable[Result]], str]] = {
    "text": as_text,
    "markdown": as_markdown,
    "json": as_json,
    "sarif": as_sarif,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m data.estate",
        description="Say what a design on AWS consists of, how it is joined, and what to look at again.",
    )
    parser.add_argument(
        "paths", nargs="+", type=Path, metavar="PATH", help="a template, plan, state, inventory, ZIP or folder"
    )
    parser.add_argument("--format", choices=FORMATS, default="text")
    parser.add_argument(
        "--fail-on",
        choices=[severity for severity in RANK if severity != "ask"],
        help="leave with 1 if an open finding is this severe or worse",
    )
    parser.add_argument("--set", action="append", default=[], metavar="NAME=VALUE", help="a parameter or variable")
    options = parser.parse_args(arguments)
    given = dict(entry.partition("=")[::2] for entry in options.set)
    try:
        reading = read_apart(files_under(options.paths), given)
    except Refused as refused:
        print(refused, file=sys.stderr)
        return 2
    print(FORMATS[options.format](reading.estate, reading.results), end="")
    return int(
        options.fail_on is not None
        and any(one.fails and RANK[one.finding.severity] <= RANK[options.fail_on] for one in reading.results)
    )


if __name__ == "__main__":
    sys.exit(main())
