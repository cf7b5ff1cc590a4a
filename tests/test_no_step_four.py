"""A service, a connection, a use case and a category that somebody adds to a copy of the project are everywhere."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import yaml

from tests.app_pages import ROOT
from tests.tiny_catalog import connection, connections, service, use_case

# Opens every page that shows the new records, makes every file of the new use case, and tells what it saw.
LOOK = """
import json
from tests.app_pages import graph, open_page, texts
from components.exports.record import ExportRecord

seen = {}
for path, parameters in json.loads(input()):
    app = open_page(path, **parameters)
    seen[f"{path} {parameters}"] = [bool(app.exception or app.error), texts(app)]
drawn = graph(open_page("", service="ledger"))["figure"]["layout"]["meta"]
print(json.dumps({"pages": seen, "lit": drawn["services"], "names": drawn["names"]}))
"""
PAGES = [
    ["", {}],
    ["", {"service": "ledger"}],
    ["", {"connection": "dynamodb--ledger"}],
    ["", {"category": "quantum"}],
    ["", {"use_case": "book-keeping", "scope": "wide"}],
    ["services", {}],
    ["services", {"service": "ledger"}],
    ["use-cases", {}],
    ["use-cases", {"use_case": "book-keeping"}],
    ["use-cases", {"use_case": "book-keeping", "step": "1"}],
    ["use-cases", {"use_case": "book-keeping", "present": "1"}],
    ["compare", {"service": ["ledger", "dynamodb"]}],
    ["matrix", {}],
    ["sources", {"section": "coverage"}],
]


def copy_of_the_project(folder: Path) -> Path:
    """The project with a service of a new category, its connection and a use case more."""
    for name in ("components", "data", "pages", ".streamlit", "tests"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    taxonomy = yaml.safe_load((folder / "data" / "taxonomy.yaml").read_text("utf-8"))
    taxonomy["categories"].append({"id": "quantum", "name": "Quantum ledgers", "text": "Keeps books."})
    written = {
        "taxonomy.yaml": taxonomy,
        "services/ledger.yaml": service("ledger", "Ledger", "quantum", "store"),
        "use_cases/book-keeping.yaml": use_case("book-keeping", "dynamodb--ledger", "ec2--dynamodb"),
    }
    for name, document in written.items():
        (folder / "data" / name).write_text(yaml.safe_dump(document, sort_keys=False), "utf-8")
    arrows = folder / "data" / "connections" / "dynamodb.yaml"
    present, added = yaml.safe_load(arrows.read_text("utf-8")), connections(connection("dynamodb", "ledger"))
    present["connections"] += added["connections"]
    present["sources"] |= added["sources"]
    arrows.write_text(yaml.safe_dump(present, sort_keys=False), "utf-8")
    theme = folder / "components" / "picture" / "theme.py"
    code = theme.read_text("utf-8")
    first = '    "application": ('
    theme.write_text(code.replace(first, f'    "quantum": ("#475569", "#94a3b8"),\n{first}', 1), "utf-8")
    glyphs = folder / "components" / "picture" / "glyphs"
    shutil.copy(glyphs / "nosql.svg", glyphs / "quantum.svg")
    return folder


def test_what_is_added_as_data_is_on_every_page_and_nothing_else_has_to_be_edited(tmp_path: Path) -> None:
    project = copy_of_the_project(tmp_path)
    ran = subprocess.run(
        [sys.executable, "-c", LOOK], cwd=project, input=json.dumps(PAGES), capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr[-2000:]
    seen = json.loads(ran.stdout.splitlines()[-1])
    assert [page for page, (is_broken, _) in seen["pages"].items() if is_broken] == []
    assert {"ledger", "dynamodb"} <= set(seen["lit"])
    for path, parameters in PAGES:
        said = seen["pages"][f"{path} {parameters}"][1]
        if parameters and path in {"services", "compare"}:
            assert "Ledger" in said, (path, parameters)
