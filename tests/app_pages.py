"""Opens pages of the app without a browser, and knows every parameter of their addresses."""

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

from streamlit.testing.v1 import AppTest

from components.frame.menu import PAGES
from components.server.addresses import PARAMETERS_BY_PATH

ROOT = Path(__file__).resolve().parent.parent
FRAME = ROOT / "components" / "server" / "script.py"


def open_page(path: str, /, **parameters: str | list[str]) -> AppTest:
    """The page of the menu at `path`, with parameters in its address, run once."""
    app = AppTest.from_file(str(FRAME), default_timeout=60)
    if path:
        file = next(page.file for page in PAGES if page.path == path)
        if Path(file).stem != path:  # only a run makes pages known that have another name than their file
            app.query_params.update({"q": "nothing of this name", "view": "only"})  # quick to draw
            app.run()
            app.query_params.clear()
        app.switch_page(str(ROOT / "pages" / file))
    for name, value in parameters.items():
        app.query_params[name.rstrip("_")] = value
    return app.run()


def graph(app: AppTest) -> dict[str, Any]:
    """What the page gives its graph to draw: `figure`, and `head` with `title`, `note` and `choices`."""
    return next(
        json.loads(drawn.proto.json)
        for drawn in app.get("bidi_component")
        if drawn.proto.component_name == "landscape_graph"
    )


def headings(app: AppTest) -> list[str]:
    """The headings of the page, those inside Markdown as well, as they are read."""
    marked = (
        line.partition("# ")[2]
        for text in app.markdown
        for line in text.value.splitlines()
        if line.startswith(("# ", "### "))
    )
    return [
        name.rpartition(") ")[2].replace("\\", "")
        for name in (*marked, *(element.value for kind in ("title", "subheader") for element in app.get(kind)))
    ]


def links(app: AppTest, path: str) -> list[dict[str, list[str]]]:
    """The parameters of the links that lead to a page of the menu, in the order of the page."""
    return [parse_qs(link.proto.query_string) for link in app.get("page_link") if link.proto.page == path]


def parameters_of(app: AppTest) -> dict[str, list[str]]:
    """The parameters of the address as it is now."""
    return {name: value if isinstance(value, list) else [value] for name, value in app.query_params.items()}


def notices(app: AppTest) -> list[str]:
    """The parameters that the page says it did not understand."""
    told = [caption.value for caption in app.caption if "not understood" in caption.value]
    return [name.strip("` .") for notice in told for name in notice.rpartition(": ")[2].split(", ")]


def texts(app: AppTest) -> str:
    """All that the page says in titles and Markdown, as it is read: without the links to the glossary."""
    said = "\n".join(
        element.value
        for kind in ("title", "header", "subheader", "markdown", "caption", "error")
        for element in app.get(kind)
    )
    return re.sub(r'\[((?:\\.|[^\]\\])*)\]\(sources\?q=\S+ "[^"]*"\)', r"\1", said)


def url_parameters() -> set[str]:
    """Names of all parameters that pages read from an address."""
    return {parameter.name for declared in PARAMETERS_BY_PATH.values() for parameter in declared}
