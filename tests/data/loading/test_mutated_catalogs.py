"""Whatever is wrong with a file, the catalog says so in its one error, with the file's name."""

from pathlib import Path

import pytest

from data.catalog import load_catalog
from data.loading.reading import CatalogError
from tests.mutations import mutate
from tests.tiny_catalog import documents, write_documents

# The whole catalog, a thousand of them, and all pages with what is accepted: python -m tests.bench.mutated_catalogs
SEEDS = range(60)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_changed_catalog_loads_or_is_refused_by_file(seed: int, tmp_path: Path) -> None:
    write_documents(tmp_path, documents())
    before = {path.relative_to(tmp_path).as_posix() for path in tmp_path.glob("**/*.*")}
    file, change = mutate(tmp_path, seed)
    try:
        load_catalog(tmp_path)
    except CatalogError as error:
        for problem in error.problems:
            assert problem.partition(":")[0].replace(".YAML", ".yaml") in before, (file, change)
