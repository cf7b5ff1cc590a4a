"""Breaks the catalog in many ways, one at a time: each is refused with the file named, or every page opens.

`python -m tests.bench.mutated_catalogs [how many] [first seed]`
"""

import shutil
import sys
import tempfile
from functools import cache
from pathlib import Path

import data.catalog
from components.frame.menu import PAGES
from data.catalog import load_catalog
from data.loading import reading
from data.loading.reading import CatalogError
from data.records import Catalog
from tests.app_pages import open_page
from tests.mutations import mutate

CATALOG = Path(data.catalog.__file__).parent


def broken_pages(changed: Catalog) -> list[str]:
    """The pages that do not open with a catalog."""
    data.catalog.load_catalog = lambda: changed
    data.catalog.catalog.cache_clear()
    return [page.title for page in PAGES if open_page(page.path).exception]


def main(times: int = 1000, first: int = 0) -> int:
    """Print what was found; the number of faults."""
    reading.read_yaml = cache(reading.read_yaml)  # one file of a thousand differs from the last catalog
    refused = accepted = faults = 0
    for seed in range(first, first + times):
        with tempfile.TemporaryDirectory() as scratch:
            folder = Path(scratch) / "data"
            shutil.copytree(CATALOG, folder, ignore=shutil.ignore_patterns("__pycache__", "schema", "*.py"))
            change = mutate(folder, seed)
            try:
                changed = load_catalog(folder)
            except CatalogError as error:
                refused += 1
                named = [
                    problem
                    for problem in error.problems
                    if (folder / problem.split(":")[0]).suffix.lower() in {".yaml", ".yml", ".csv"}
                ]
                if len(named) < len(error.problems):
                    faults += 1
                    print(f"{seed}: {change}: no file named: {set(error.problems) - set(named)}", flush=True)
            except Exception as error:
                faults += 1
                print(f"{seed}: {change}: {type(error).__name__}: {error}", flush=True)
            else:
                accepted += 1
                for page in broken_pages(changed):
                    faults += 1
                    print(f"{seed}: {change}: accepted, but the page {page} does not open", flush=True)
    print(f"{times} changed catalogs: {refused} refused, {accepted} accepted, {faults} faults")
    return faults


if __name__ == "__main__":
    sys.exit(bool(main(*map(int, sys.argv[1:]))))
