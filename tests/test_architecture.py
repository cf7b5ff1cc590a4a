"""The rules of the house, held to the files themselves."""

import ast
import json
import re
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from components.frame.menu import PAGES, menu
from components.server.addresses import PARAMETERS_BY_PATH, README, address_table
from components.server.options import OPTIONS
from data.tools.schema import FOLDER, schemas
from tests.app_pages import ROOT

LAYERS = {"data": 0, "components": 1, "pages": 2}
MAY_NOT_IMPORT = {"data": {"streamlit", "plotly", "components", "pages"}, "components": {"pages"}, "pages": set()}
NO_NAMES = {"utils", "util", "helpers", "helper", "common", "misc"}
TEXT = {".py", ".js", ".css", ".md", ".yaml", ".yml", ".toml", ".txt", ".json", ".svg", ".csv", ".html", ""}
NOT_OURS = {
    ".git",
    ".venv",
    ".mypy_cache",
    ".ruff_cache",
    ".pytest_cache",
    ".hypothesis",
    "__pycache__",
    "test-results",
    "node_modules",
    "build",
}


def _files(folder: Path = ROOT) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.name in NOT_OURS:
            continue
        if path.is_dir():
            yield from _files(path)
        elif path.suffix in TEXT:
            yield path


def _python(*folders: str) -> list[Path]:
    return [path for folder in folders for path in sorted((ROOT / folder).glob("**/*.py"))]


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def _imports(tree: ast.Module) -> set[str]:
    """First names of what a file imports, anywhere in it."""
    whole = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    parts = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module}
    return {name.split(".")[0] for name in whole | parts}


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


FILES = list(_files())


@pytest.mark.parametrize("layer", LAYERS)
def test_imports_point_one_way(layer: str) -> None:
    for path in _python(layer):
        assert _imports(_tree(path)) & (MAY_NOT_IMPORT[layer] | {"tests"}) == set(), _name(path)


def test_every_page_of_the_folder_is_in_the_menu_and_every_one_of_the_menu_is_there() -> None:
    assert {path.name for path in (ROOT / "pages").glob("*.py")} == {page.file for page in PAGES}
    assert len({page.path for page in PAGES}) == len({page.title for page in PAGES}) == len(PAGES)
    assert [page.file for page in PAGES if page.path == ""] == ["landscape.py"]


def test_the_menu_has_room_on_a_small_window() -> None:
    assert len(menu()) <= 6
    assert [page for pages in menu().values() for page in pages] == list(PAGES)


ONLY_PLACES = {"container", "columns", "fragment", "rerun", "context"}  # what a page may say of Streamlit itself
LONGEST_PAGE = 50


def test_a_page_reads_as_its_table_of_contents() -> None:
    """Its address and its parts in order; what a part is stands in its room."""
    for path in _python("pages"):
        tree = _tree(path)
        assert ast.get_docstring(tree), _name(path)
        assert len(path.read_text("utf-8").splitlines()) <= LONGEST_PAGE, _name(path)
        functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
        assert all(
            [ast.unparse(decorator) for decorator in function.decorator_list] == ["st.fragment"]
            for function in functions
        ), _name(path)
        assert len(functions) < 2, _name(path)
        for node in ast.walk(tree):
            assert not isinstance(node, ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda | ast.For | ast.Try), _name(
                path
            )
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "st":
                assert node.attr in ONLY_PLACES, f"{_name(path)}: {ast.unparse(node)}"
        read = {
            name.asname or name.name
            for node in tree.body
            if isinstance(node, ast.ImportFrom) and node.module and node.module.endswith(".address")
            for name in node.names
        }
        assert read, f"{_name(path)} does not say which address it reads"


def test_nothing_writes_html_into_the_page() -> None:
    for path in [*_python("components", "pages", "data"), ROOT / "streamlit_app.py"]:
        for node in ast.walk(_tree(path)):
            if isinstance(node, ast.keyword):
                assert node.arg not in {"unsafe_allow_html", "unsafe_allow_javascript"}, _name(path)
            if isinstance(node, ast.Attribute):
                assert ast.unparse(node) not in {
                    "st.html",
                    "st.iframe",
                    "components.v1",
                    "st.components.v1",
                    "streamlit.components.v1",
                }, _name(path)
            if isinstance(node, ast.ImportFrom):
                assert "components.v1" not in (node.module or ""), _name(path)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id not in {"eval", "exec"}, _name(path)


def test_no_script_writes_html() -> None:
    for path in (path for path in FILES if path.suffix == ".js"):
        for sign in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function"):
            assert sign not in path.read_text("utf-8"), (_name(path), sign)


def test_colours_are_named_in_the_theme_alone() -> None:
    for path in _python("components", "pages"):
        if path.name == "theme.py":
            continue
        texts = [
            node.value
            for node in ast.walk(_tree(path))
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
        ]
        assert [text for text in texts if re.search(r"#[0-9a-fA-F]{6}\b|\brgb\(", text)] == [], _name(path)


def test_no_file_is_named_for_everything_and_nothing() -> None:
    assert [_name(path) for path in FILES if path.stem.lower() in NO_NAMES] == []


def test_files_are_small() -> None:
    long = {
        _name(path): lines
        for path in _python("components", "data", "pages")
        if (lines := len(path.read_text("utf-8").splitlines())) > 250
    }
    assert long == {}


def test_lines_of_code_fit_a_window() -> None:
    code = [path for path in FILES if path.suffix in (".js", ".css")]  # Ruff sees to Python's.
    assert code
    for path in code:
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
            assert len(line) <= 120, (_name(path), number)


def test_every_module_says_what_it_is() -> None:
    assert [_name(path) for path in _python("components", "data", "pages") if not ast.get_docstring(_tree(path))] == []


def test_the_readme_has_a_row_for_every_page_with_its_declared_parameters() -> None:
    assert address_table() in README.read_text("utf-8"), "run python -m components.server.addresses"
    assert PARAMETERS_BY_PATH.keys() == {page.path for page in PAGES}


def test_every_file_that_the_table_of_changes_names_is_there() -> None:
    table = [
        line
        for line in (ROOT / "CONTRIBUTING.md").read_text("utf-8").splitlines()
        if re.match(r"\| (a|how|what)\b", line)
    ]
    named = [path for line in table for path in re.findall(r"`([\w./]+/[\w./]*)`", line.split("|")[2])]
    assert len(table) >= 12
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_the_schemas_are_those_of_the_records() -> None:
    for name, schema in schemas().items():
        assert json.loads((FOLDER / name).read_text("utf-8")) == json.loads(json.dumps(schema)), (
            f"{name}: run make schema"
        )
    assert {path.name for path in FOLDER.glob("*.json")} == set(schemas())


def test_every_record_names_the_schema_that_helps_to_write_it() -> None:
    tables = ROOT / "data" / "estate"  # tables of code, not records of the catalog
    for path in (path for path in (ROOT / "data").glob("**/*.yaml") if tables not in path.parents):
        found = re.match(r"# yaml-language-server: \$schema=(\S+)", path.read_text("utf-8"))
        assert found, f"{_name(path)}: begins without its schema"
        assert (path.parent / found[1]).resolve().exists(), _name(path)


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_package_is_pinned(name: str) -> None:
    for line in (ROOT / name).read_text("utf-8").splitlines():
        entry = line.partition("#")[0].strip()
        assert (
            not entry or entry == "-r requirements.txt" or re.fullmatch(r"[A-Za-z0-9._-]+(\[[a-z,]+\])?==[\w.]+", entry)
        ), line


def test_every_package_that_is_imported_is_required() -> None:
    names = {
        "yaml": "PyYAML",
        "numpy": "pandas",
        "PIL": "pillow",
        "pptx": "python-pptx",
        "cfnlint": "cfn-lint",
        "tree_sitter": "tree-sitter",
        "tree_sitter_hcl": "tree-sitter-hcl",
        "google": "protobuf",
        "prometheus_client": "prometheus-client",
    }
    given = {line.partition("==")[0].lower() for line in (ROOT / "requirements.txt").read_text("utf-8").splitlines()}
    own = {"components", "data", "pages", "tests"}
    on_demand = {"botocore", "ijson"}  # what the commands for maintainers need stands in requirements-dev.txt
    for path in _python("components", "data", "pages"):
        outside = {name for name in _imports(_tree(path)) - own - on_demand if name not in sys.stdlib_module_names}
        assert {name for name in outside if names.get(name, name).lower() not in given} == set(), _name(path)


def test_the_options_file_is_read_from_where_the_options_module_looks() -> None:
    assert OPTIONS == ROOT / ".streamlit" / "config.toml"
    assert tomllib.loads(OPTIONS.read_text("utf-8"))["theme"]


def test_no_path_of_a_machine_and_no_package_index_is_written_anywhere() -> None:
    home = re.compile(r"(?<![\w.:/<@~$}*-])/(?:home|root|tmp|Users|work|mnt)/\w|[A-Z]:\\\\?Users")
    index = re.compile(
        r"index[-_]url|(?:pypi|pythonhosted)\.org/(?:simple|packages)|artifactory|\bregistry\.\w", re.IGNORECASE
    )
    for path in set(FILES) - {Path(__file__).resolve()}:
        text = path.read_text("utf-8")
        found = home.search(text) or index.search(text)
        assert found is None, (_name(path), text.count("\n", 0, found.start()) + 1, found[0])
