"""Catalogs with one thing wrong in one file: what a slip, a bad merge or a hostile contributor may leave."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml

NASTY: tuple[Any, ...] = (
    None, "", " ", "x" * 70, "x" * 5000, True, -1, 0, 0.5, 10**14, [], {}, [[]], [None], {"": None},
        {"x": {"y": []}}, "nowhere", "db",
    "<script>alert(1)</script>",     "[a](https://evil.example)", "$x$ `y` :red[z] **", "\u202e\u2066",
        "e\u0301\U0001f600", "line\nline", "..", "/",
    "services/db#feature", "app--cache", "9999-12-31", "0000-00-00",
)  # fmt: skip
LINES = (
    "a: &a [*a]",
    "- !!int x",
    "\t- x",
    "? [a]: b",
    "x: 9" + "9" * 400,
    "read_on: 2026-02-30",
    "sources:",
    "...",
    "---",
    "%YAML 2.0",
    "é: \u00a0",
    "k: " + "[" * 90,
)


def places(document: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The paths of all values in a document, its own included."""
    yield path
    entries = (
        document.items() if isinstance(document, dict) else enumerate(document) if isinstance(document, list) else ()
    )
    for key, value in entries:
        yield from places(value, (*path, key))


def mutate(folder: Path, seed: int, keep: dict[Path, bytes] | None = None) -> tuple[str, str]:
    """Change one file below `folder`, of each folder as often as of another: its name, and how. What it was before is
    put into `keep`."""
    chance = random.Random(seed)  # noqa: S311
    files = sorted(p for p in folder.glob("**/*") if p.suffix in {".yaml", ".csv"})
    parent = chance.choice(sorted({path.parent for path in files}))
    path = chance.choice([file for file in files if file.parent == parent])
    if keep is not None:
        keep[path] = path.read_bytes()
    kinds: list[Callable[[Path, random.Random], str]] = [_value, _value, _value, _line, _line, _bytes, _file]
    return path.relative_to(folder).as_posix(), chance.choice(kinds)(path, chance)


def _value(path: Path, chance: random.Random) -> str:
    if path.suffix != ".yaml":
        return _line(path, chance)
    document = yaml.safe_load(path.read_text("utf-8"))
    at = chance.choice([place for place in places(document) if place] or [()])
    if not at:
        path.write_text("", "utf-8")
        return "emptied"
    inner = document
    for key in at[:-1]:
        inner = inner[key]
    if chance.random() < 0.25:
        del inner[at[-1]]
        told = "left out"
    elif chance.random() < 0.15 and isinstance(inner, list):
        inner.append(inner[at[-1]])
        told = "written twice"
    else:
        inner[at[-1]] = chance.choice(NASTY)
        told = f"is {str(inner[at[-1]])[:30]!r}"
    path.write_text(yaml.dump(document, sort_keys=False, allow_unicode=True), "utf-8")
    return f"{'.'.join(map(str, at))} {told}"


def _line(path: Path, chance: random.Random) -> str:
    lines = path.read_text("utf-8").splitlines()
    number = chance.randrange(len(lines))
    kind = chance.choice(("drop", "double", "indent", "insert"))
    if kind == "drop":
        del lines[number]
    elif kind == "double":
        lines.insert(number, lines[number])
    elif kind == "indent":
        lines[number] = "  " + lines[number]
    else:
        lines.insert(number, chance.choice(LINES))
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return f"line {number + 1}: {kind}"


def _bytes(path: Path, chance: random.Random) -> str:
    content = path.read_bytes()
    kind = chance.choice(("cut", "mark", "latin", "zero", "flip"))
    at = chance.randrange(len(content))
    changed = {
        "cut": content[:at],
        "mark": b"\xef\xbb\xbf" + content,
        "latin": content[:at] + b"\xe9" + content[at:],
        "zero": content[:at] + b"\x00" + content[at:],
        "flip": content[:at] + bytes([content[at] ^ 1 << chance.randrange(7)]) + content[at + 1 :],
    }
    path.write_bytes(changed[kind])
    return f"byte {at}: {kind}"


def _file(path: Path, chance: random.Random) -> str:
    kind = chance.choice(("gone", "capitals", "empty", "folder", "broken link"))
    content = path.read_bytes()
    path.unlink()
    if kind == "capitals":
        path.with_suffix(path.suffix.upper()).write_bytes(content)
    elif kind == "empty":
        path.write_bytes(b"")
    elif kind == "folder":
        path.mkdir()
    elif kind == "broken link":
        path.symlink_to("nowhere")
    return kind
