"""What the configuration inside a plan mentions: references by attribute, resolved through modules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from data.estate.resource import Path
from data.estate.values import Reference, Unsure, Value

_INDEX = re.compile(r"\[[^\]]*\]")


def dicts(items: Any) -> Iterator[dict[str, Any]]:
    """The mappings of a list."""
    yield from (item for item in (items if isinstance(items, list) else []) if isinstance(item, dict))


class Mentioned:
    """The references in the configuration of one resource, by attribute."""

    def __init__(self, by_path: dict[Path, tuple[Reference, ...]], depends: tuple[Reference, ...]) -> None:
        self.by_path, self.depends = by_path, depends

    def placed(self, values: dict[str, Value]) -> dict[str, Value]:
        """The values with each mention put where it was written; a known value stays known beside it."""
        for path, refs in self.by_path.items():
            text = ", ".join(ref.address + (f".{ref.attribute}" if ref.attribute else "") for ref in refs[:3])
            _place(values, path, refs, text)
        return values


def _place(values: dict[str, Value], path: Path, refs: tuple[Reference, ...], text: str) -> None:
    at = _holder(values, path)
    if at is None:
        return
    key, held = path[-1], at.get(path[-1])
    if isinstance(held, Unsure):
        at[key] = Unsure(held.text if held.secret else text, (*held.refs, *refs), held.depends, secret=held.secret)
    elif held is None:
        at[key] = Unsure(text, refs)
    else:
        at.setdefault("(mentions)", []).append(Unsure(text, refs, options=((key, held),)))


def _holder(values: dict[str, Value], path: Path) -> dict[str, Value] | None:
    """The mapping that holds the end of the path; made where only the configuration knows of it yet."""
    at: Any = values
    for key, following in pairwise(path):
        inner: Any = [] if following.isdigit() else {}
        if isinstance(at, list) and key.isdigit():
            at += [{} for _ in range(len(at), min(int(key), 50) + 1)]
            held = at[int(key)] if int(key) < len(at) else None
            if isinstance(held, Unsure):
                held = at[int(key)] = inner
        elif isinstance(at, dict):
            held = at.get(key)
            if held is None or (isinstance(held, Unsure) and not held.secret):
                held = at[key] = inner
        else:
            return None
        at = held
    return at if isinstance(at, dict) else None


class Mentions:
    """What the configuration of a plan mentions, resolved through modules."""

    def __init__(self, root: dict[str, Any]) -> None:
        self.root = root
        self.known: dict[str, Mentioned] = {}

    def at(self, address: str) -> Mentioned:
        """The mentions of the resource with this address."""
        plain = _INDEX.sub("", address)
        if plain not in self.known:
            parts = plain.split(".")
            names = []
            while len(parts) > 2 and parts[0] == "module":
                names.append(parts[1])
                parts = parts[2:]
            module = self._module(names)
            wanted = ".".join(parts)
            item = next((entry for entry in dicts(module.get("resources")) if entry.get("address") == wanted), {})
            found: dict[Path, tuple[Reference, ...]] = {}
            self._gather(item.get("expressions"), (), names, found)
            depends = self._resolved([str(name) for name in item.get("depends_on") or []], names, 0)
            self.known[plain] = Mentioned(found, depends)
        return self.known[plain]

    def _module(self, names: list[str]) -> dict[str, Any]:
        at = self.root
        for name in names:
            call = (at.get("module_calls") or {}).get(name) if isinstance(at.get("module_calls"), dict) else None
            module = call.get("module") if isinstance(call, dict) else None
            at = module if isinstance(module, dict) else {}
        return at

    def _gather(self, node: Any, path: Path, names: list[str], found: dict[Path, tuple[Reference, ...]]) -> None:
        if isinstance(node, dict):
            references = node.get("references")
            if isinstance(references, list):
                refs = self._resolved([str(name) for name in references], names, 0)
                if refs and path:
                    found[path] = refs
                return
            for key, inner in node.items():
                self._gather(inner, (*path, str(key)), names, found)
        elif isinstance(node, list):
            for number, inner in enumerate(node):
                self._gather(inner, (*path, str(number)), names, found)

    def _resolved(self, mentioned: list[str], names: list[str], depth: int) -> tuple[Reference, ...]:
        prefix = "".join(f"module.{name}." for name in names)
        found: dict[Reference, None] = {}
        for text in mentioned:
            parts = _INDEX.sub("", text).split(".")
            if parts[0] == "var" and len(parts) > 1 and names and depth < 8:
                call = (self._module(names[:-1]).get("module_calls") or {}).get(names[-1]) or {}
                inner = (call.get("expressions") or {}).get(parts[1]) if isinstance(call, dict) else None
                if isinstance(inner, dict):
                    found.update(
                        dict.fromkeys(
                            self._resolved([str(n) for n in inner.get("references") or []], names[:-1], depth + 1)
                        )
                    )
            elif parts[0] == "module" and len(parts) > 2 and depth < 8:
                child = [*names, parts[1]]
                output = (self._module(child).get("outputs") or {}).get(parts[2]) or {}
                inner = output.get("expression") if isinstance(output, dict) else None
                if isinstance(inner, dict):
                    found.update(
                        dict.fromkeys(self._resolved([str(n) for n in inner.get("references") or []], child, depth + 1))
                    )
            elif parts[0] == "data" and len(parts) > 2:
                found[Reference(prefix + ".".join(parts[:3]), ".".join(parts[3:]))] = None
            elif (
                parts[0] not in ("var", "local", "module", "each", "count", "path", "terraform", "self")
                and len(parts) > 1
            ):
                found[Reference(prefix + ".".join(parts[:2]), ".".join(parts[2:]))] = None
        bare = {ref.address for ref in found if ref.attribute}
        return tuple(ref for ref in found if ref.attribute or ref.address not in bare)
