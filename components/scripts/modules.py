"""JavaScript in several modules as one text."""

import json
import re
from functools import cache
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
# A part of the page that waits for its script waits no longer once that runs.
RUNS = """export default (given) => {
  given.parentElement.querySelector("[data-waits]")?.removeAttribute("data-waits");
  return loaded.default(given);
};
"""
_IMPORT = re.compile(r'(\bfrom ")(\.[^"]+)(";)')


@cache
def script_of(path: Path, *, as_module: bool = True) -> str:
    """The module at `path`, with all that it imports by relative names, as the text of one module with the same default
    export; without `as_module` the text imports and does nothing more, for a page of its own.

    Errors: FileNotFoundError where a module imports what is not there, ValueError where two modules import each other.
    """
    found: dict[str, str] = {}
    _collect(path.resolve(), found, ())
    listed = json.dumps(list(found.items()), ensure_ascii=False).replace("</", "<\\/").replace("<!--", "<\\!--")
    loader = (HERE / "loader.js").read_text("utf-8")
    return f"const MODULES = {listed};\n{loader}" + (RUNS if as_module else "")


def _collect(path: Path, found: dict[str, str], above: tuple[Path, ...]) -> None:
    """Put a module behind the modules that it imports, named by their places below `components`."""
    if path in above:
        raise ValueError(f"{path.name} imports itself by way of {', '.join(module.name for module in above)}")
    text = path.read_text("utf-8")
    wanted = {name: (path.parent / name).resolve() for _, name, _ in _IMPORT.findall(text)}
    for module in wanted.values():
        _collect(module, found, (*above, path))
    found.setdefault(_name(path), _IMPORT.sub(lambda part: part[1] + _name(wanted[part[2]]) + part[3], text))


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()
