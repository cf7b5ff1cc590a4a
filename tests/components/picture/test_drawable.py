"""A catalog that names what cannot be drawn is refused, by file and field."""

from pathlib import Path

from components.picture.drawable import drawing_problems
from data.records import Catalog
from tests.tiny_catalog import documents, tiny_catalog


def test_everything_of_the_catalog_can_be_drawn(catalog: Catalog) -> None:
    assert drawing_problems(catalog) == []


def test_a_category_without_colour_and_glyph_is_refused_by_its_field(tmp_path: Path) -> None:
    files = documents()
    files["taxonomy.yaml"]["categories"].append({"id": "quantum", "name": "Quantum", "text": "Not drawn yet."})
    problems = drawing_problems(tiny_catalog(tmp_path, files))
    told = [problem for problem in problems if "'quantum'" in problem]
    assert [problem.startswith("taxonomy.yaml: categories: 'quantum'") for problem in told] == [True, True]
    assert "MARKS of components/picture/theme.py" in told[0]
    assert "glyphs/quantum.svg" in told[1]
