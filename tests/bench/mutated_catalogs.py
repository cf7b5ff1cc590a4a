"""Breaks the catalog in many ways, one at a time: each is refused with the file named, or every page opens, and so does
every address that names what was changed.

`python -m tests.bench.mutated_catalogs [how many] [first seed]`
"""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path

from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

import data.catalog
from components.frame.menu import PAGES
from components.frame.parameters import Choice
from components.picture.drawable import drawing_problems
from components.server.addresses import PARAMETERS_BY_PATH
from data.catalog import load_catalog
from data.estate import sorts
from data.estate.examples import EXAMPLES, files_of_example
from data.estate.judging.assess import assess
from data.estate.read import read_estate
from data.loading import reading
from data.loading.reading import CatalogError
from data.records import Catalog
from tests.addresses import values
from tests.app_pages import FRAME, ROOT
from tests.mutations import mutate

CATALOG = Path(data.catalog.__file__).parent
READ = {".yaml", ".yml", ".csv"}
EXAMPLES_OF_ESTATES = "examples"  # templates, which are no records


def copy_of_the_catalog(folder: Path) -> Path:
    """The catalog's files, to be changed."""
    left_out = shutil.ignore_patterns("__pycache__", "schema", "*.py", EXAMPLES_OF_ESTATES)
    return Path(shutil.copytree(CATALOG, folder / "data", ignore=left_out))


@contextmanager
def changed(folder: Path, seed: int) -> Iterator[tuple[str, str]]:
    """A change in one file of a folder, which is as before when it was used: the file's name, and what is wrong."""
    kept: dict[Path, bytes] = {}
    file, change = mutate(folder, seed, keep=kept)
    try:
        yield file, change
    finally:
        for path, content in kept.items():
            for left in (path, path.with_suffix(path.suffix.upper())):
                if left.is_dir() and not left.is_symlink():
                    left.rmdir()
                else:
                    left.unlink(missing_ok=True)
            path.write_bytes(content)


def start(folder: Path) -> Catalog:
    """What the start makes of a folder. Errors: CatalogError."""
    found = load_catalog(folder)
    lacking = drawing_problems(found)
    if lacking:
        raise CatalogError(lacking)
    sorts.read_sorts(folder, found)
    return found


def addresses(file: str, catalog: Catalog) -> Iterator[tuple[str, dict[str, str]]]:
    """Every page, every option of the page about the data, and what each parameter that may name the file shows."""
    name = Path(file).stem
    for path, declared in PARAMETERS_BY_PATH.items():
        yield path, {}
        for parameter in declared:
            if isinstance(parameter, Choice):
                continue
            named = [value for value in values(parameter, catalog) if value.startswith((f"{name}--", f"{name}."))]
            if name in values(parameter, catalog):
                yield path, {parameter.name: name}
            elif named:
                yield path, {parameter.name: named[0]}


def forget() -> None:
    """Empty all that the app keeps, so that nothing that is shown comes from another catalog."""
    for name, module in list(sys.modules.items()):
        if name.startswith(("data.", "components.")):
            for kept in vars(module).values():
                if hasattr(kept, "cache_clear"):
                    kept.cache_clear()


def failing(folder: Path, file: str, catalog: Catalog) -> Iterator[str]:
    """The addresses that do not open with a catalog, and the examples of estates that cannot be read, and why."""
    forget()
    data.catalog.load_catalog = lambda: catalog
    sorts.FOLDER = folder
    for example in EXAMPLES if file == sorts.NAME else ():
        try:
            assess(read_estate(files_of_example(example.id)))
        except Exception as error:
            yield f"the example {example.id}: {type(error).__name__}: {error}"
    app, at = AppTest.from_file(str(FRAME), default_timeout=60), ""
    for path, parameters in addresses(file, catalog):
        if path != at:
            app.switch_page(str(ROOT / "pages" / next(page.file for page in PAGES if page.path == path)))
            at = path
        app.query_params.clear()
        app.query_params.update(parameters)
        app.run()
        if app.exception:
            yield f"/{path} {parameters}: {app.exception[0].message}"


def unnamed(error: CatalogError, folder: Path) -> list[str]:
    """The problems of a refusal that begin with no file."""
    return [each for each in error.problems if (folder / each.split(":")[0]).suffix.lower() not in READ]


def main(times: int = 1000, first: int = 0) -> int:
    """Print what was found; the number of faults."""
    reading.read_yaml = partial(cache(reading.read_yaml))  # one file of a thousand differs from the last catalog
    manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)
    refused = accepted = 0
    faults: list[str] = []
    with tempfile.TemporaryDirectory() as scratch:
        folder = copy_of_the_catalog(Path(scratch))
        for seed in range(first, first + times):
            with changed(folder, seed) as (file, change):
                found: list[str] = []
                try:
                    catalog = start(folder)
                except CatalogError as error:
                    refused += 1
                    found += [f"no file named: {problem}" for problem in unnamed(error, folder)]
                except Exception as error:
                    found.append(f"{type(error).__name__}: {error}")
                else:
                    accepted += 1
                    found += [f"accepted, but {told}" for told in failing(folder, file, catalog)]
                for told in found:
                    print(f"{seed}: {file}: {change}: {told}", flush=True)
                faults += found
    last = first + times - 1
    print(f"seeds {first} to {last}: {refused} refused, {accepted} accepted, {len(faults)} faults", flush=True)
    return len(faults)


if __name__ == "__main__":
    sys.exit(bool(main(*map(int, sys.argv[1:]))))
