"""Compares the prices with offer files of the AWS Price List, and writes what changed where that is asked for:
`make prices FROM=<folder, file or address> [WRITE=1]`.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from data.catalog import CatalogError, load_catalog
from data.tools.offers import OfferError
from data.tools.propose_prices import Compared, compare, offer_files
from data.tools.write_prices import write_proposals

DATA = Path(__file__).resolve().parents[1]


def main(arguments: Sequence[str] | None = None, data: Path = DATA) -> int:
    """Print what would change, and write it where `--write` says so; 2 where nothing could be read or written."""
    parser = argparse.ArgumentParser(prog="make prices FROM=...", description="Compare prices with offer files.")
    parser.add_argument("place", metavar="FROM", help="a folder, a file or an https address of offer files")
    parser.add_argument("--write", action="store_true", help="write the proposals into data/prices")
    options = parser.parse_args(arguments)
    if not options.place:
        parser.error("name a folder, a file or an https address of offer files")
    with tempfile.TemporaryDirectory() as folder:
        try:
            found = compare(load_catalog(data), offer_files(options.place, Path(folder)))
        except (OfferError, OSError) as problem:
            print(problem, file=sys.stderr)
            return 2
    _tell(found)
    if not options.write:
        print("Nothing was written: WRITE=1 writes the proposals, and names the offer file under copies.")
        return 0
    return _write(found, options.place, data)


def _tell(found: Compared) -> None:
    for change in found.changes:
        print(change)
    for sentence in found.unclear:
        print(f"Not told: {sentence}")
    print(f"{len(found.changes)} changes proposed, {len(found.same)} prices the same.")


def _write(found: Compared, place: str, data: Path) -> int:
    """Write, and put the old files back where the catalog does not take the new ones."""
    prices = data / "prices"
    before = {change.file: (prices / f"{change.file}.yaml").read_text("utf-8") for change in found.changes}
    left = write_proposals(prices, found.changes, place if urlsplit(place).scheme else Path(place).name)
    try:
        load_catalog(data)
    except CatalogError as problem:
        for file, text in before.items():
            (prices / f"{file}.yaml").write_text(text, "utf-8")
        print(f"Nothing was written, because the catalog would not be sound: {problem}", file=sys.stderr)
        return 2
    for sentence in left:
        print(f"By hand: {sentence}")
    print(f"Written: {', '.join(f'data/prices/{file}.yaml' for file in before) or 'nothing'}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
