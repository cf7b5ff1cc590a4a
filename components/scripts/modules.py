"""JavaScript in several modules as one text."""

import json
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
_IMPORT = re.compile(r'(\bfrom ")(\.[^"]+)(";)')


@cache
def script_of(path: Path) -> str:
    """The module at `path`, with all that it imports by relative names, as the text of one module that imports it and
    does nothing more.

    Errors: FileNotFoundError where a module imports what is not there, ValueError where two modules import each other.
    """
    return f"{listed([path])}await import(addresses[{json.dumps(name_of(path))}]);\n"


def listed(paths: Iterable[Path]) -> str:
    """The modules at `paths`, with all that they import, as a text that gives `addresses`, name to address.

    Errors: as those of `script_of`.
    """
    found: dict[str, str] = {}
    for path in paths:
        _collect(path.resolve(), found, ())
    modules = json.dumps(list(found.items()), ensure_ascii=False).replace("</", "<\\/").replace("<!--", "<\\!--")
    return f"const MODULES = {modules};\n{(HERE / 'loader.js').read_text('utf-8')}"


def name_of(path: Path) -> str:
    """What a module is called among others: its place below `components`."""
    return path.resolve().relative_to(ROOT).as_posix()


def _collect(path: Path, found: dict[str, str], above: tuple[Path, ...]) -> None:
    """Put a module behind the modules that it imports."""
    if path in above:
        raise ValueError(f"{path.name} imports itself by way of {', '.join(module.name for module in above)}")
    text = path.read_text("utf-8")
    wanted = {name: (path.parent / name).resolve() for _, name, _ in _IMPORT.findall(text)}
    for module in wanted.values():
        _collect(module, found, (*above, path))
    found.setdefault(name_of(path), _IMPORT.sub(lambda part: part[1] + name_of(wanted[part[2]]) + part[3], text))
