"""Opens pages of the app without a browser, and knows every parameter of their addresses."""

import ast
from pathlib import Path

from streamlit.testing.v1 import AppTest

from components.menu import PAGES

ROOT = Path(__file__).resolve().parent.parent
FRAME = ROOT / "components" / "frame.py"
READERS = {"one", "many", "number", "text"}


def open_page(path: str, **parameters: str | list[str]) -> AppTest:
    """The page of the menu at `path`, with parameters in its address, run once."""
    app = AppTest.from_file(str(FRAME), default_timeout=60)
    if path:
        app.query_params.update({"q": "nothing of this name", "view": "only"})  # quick to draw
        app.run()  # only a run makes the pages of the menu known
        app.query_params.clear()
        app.switch_page(str(ROOT / "pages" / next(page.file for page in PAGES if page.path == path)))
    for name, value in parameters.items():
        app.query_params[name.rstrip("_")] = value
    return app.run()


def notices(app: AppTest) -> list[str]:
    """The parameters that the page says it did not understand."""
    told = [caption.value for caption in app.caption if "not understood" in caption.value]
    return [name.strip("` .") for notice in told for name in notice.rpartition(": ")[2].split(", ")]


def texts(app: AppTest) -> str:
    """All that the page says in titles and Markdown."""
    return "\n".join(element.value for kind in ("title", "header", "subheader", "markdown", "caption", "error") for element in app.get(kind))


def url_parameters() -> dict[str, set[str]]:
    """Names of the parameters that components read from an address, each with the files that read it."""
    found: dict[str, set[str]] = {}
    for path in (ROOT / "components").glob("**/*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in READERS and node.args):
                continue
            of, name = node.func.value, node.args[0]
            if isinstance(of, ast.Name) and of.id == "address" and isinstance(name, ast.Constant) and isinstance(name.value, str):
                found.setdefault(name.value, set()).add(path.stem)
    return found
