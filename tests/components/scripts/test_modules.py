"""Scripts in several modules become one text."""

import re
from pathlib import Path

import pytest

from components.scripts import modules
from components.scripts.modules import script_of

COMPONENTS = Path(modules.__file__).resolve().parents[1]


def test_what_is_imported_stands_before_what_imports_it() -> None:
    text = script_of(COMPONENTS / "picture" / "scripts" / "graph.js")
    assert (
        text.index("scripts/element.js")
        < text.index("picture/scripts/keys.js")
        < text.index('"picture/scripts/graph.js"')
    )
    assert text.endswith('await import(addresses["picture/scripts/graph.js"]);\n')


def test_a_module_that_two_others_import_is_there_once() -> None:
    text = script_of(COMPONENTS / "picture" / "scripts" / "graph.js")
    assert text.count("New elements. Text is set as text") == 1


def test_a_missing_module_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "one.js").write_text('import { two } from "./two.js";\n', "utf-8")
    with pytest.raises(FileNotFoundError):
        script_of(tmp_path / "one.js")


def test_two_modules_that_import_each_other_are_an_error(tmp_path: Path) -> None:
    (tmp_path / "one.js").write_text('import { two } from "./two.js";\n', "utf-8")
    (tmp_path / "two.js").write_text('import { one } from "./one.js";\n', "utf-8")
    with pytest.raises(ValueError, match="imports itself"):
        script_of(tmp_path / "one.js")


def test_elements_are_made_in_one_place() -> None:
    makers = [
        path.relative_to(COMPONENTS).as_posix()
        for path in sorted(COMPONENTS.glob("**/*.js"))
        if re.search(r"^(export )?function element\(", path.read_text("utf-8"), re.MULTILINE)
    ]
    assert makers == ["scripts/element.js"]
