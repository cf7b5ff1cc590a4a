"""One use of one Terraform module: its variables, locals, resources, outputs and the modules inside it."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping
from typing import Any

from data.estate.opening.limits import MAX_MODULE_DEPTH
from data.estate.opening.redact import is_secret
from data.estate.resource import Reading, ReadResource
from data.estate.skips import within
from data.estate.terraform.blocks import Attribute, Block
from data.estate.terraform.bodies import (
    META,
    attribute_of,
    both,
    copies,
    depends_on,
    line_in,
    properties_of,
    split_index,
)
from data.estate.terraform.evaluate import Names, evaluated, walked
from data.estate.terraform.folder import Folder
from data.estate.terraform.operators import truth
from data.estate.terraform.variable_types import with_optional
from data.estate.values import ABSENT, Reference, Unsure, Value, combined, secret


class Module:
    """A module in use. `given` are the values of its variables; `prefix` begins the addresses of what is in it."""

    def __init__(
        self,
        folder: Folder,
        folders: Mapping[str, Folder],
        reading: Reading,
        files: Mapping[str, str],
        given: Mapping[str, Value],
        prefix: str = "",
        depth: int = 0,
        exists: Value = True,
    ) -> None:
        self.folder, self.folders, self.reading, self.files = folder, folders, reading, files
        self.given, self.prefix, self.depth, self.exists = given, prefix, depth, exists
        self.variables = folder.named("variable")
        self.locals = {
            name: (file, item)
            for file, block in folder.blocks
            if block.kind == "locals"
            for name, item in block.attributes.items()
        }
        self.outputs = folder.named("output")
        self.calls = folder.named("module")
        self.known: dict[str, Value] = {}
        self.busy: set[str] = set()
        self.modules: dict[str, list[tuple[str, Module | None, Value]]] = {}
        self.instances: dict[tuple[str, str], list[str]] = {}
        self.blocks_by_name = folder.resources()

    def read(self) -> None:
        """Add every resource, looked-up resource and module of this folder, and of the modules inside."""
        for file, block in self.folder.blocks:
            if block.kind in ("resource", "data") and len(block.labels) > 1:
                self._read_block(file, block)
        for name in self.calls:
            for key, module, value in self._called(name):
                if module is not None:
                    module.read()
                else:
                    self._add_outside(name, key, value)

    def _read_block(self, file: str, block: Block) -> None:
        kind, name = block.labels[:2]
        origin, prefix = ("managed", "") if block.kind == "resource" else ("data", "data.")
        for suffix, loop, exists in copies(self._names(file, {}), block):
            names = self._names(file, loop)
            read = self._resource_of(names, file, block, f"{prefix}{kind}.{name}{suffix}", exists)
            read.name, read.type, read.origin = f"{name}{suffix}", kind, origin
            read.depends_on = depends_on(names, block)
            self.reading.resources.append(read)

    def _add_outside(self, name: str, key: str, exists: Value) -> None:
        """A module whose files are not here, as one resource."""
        file, block = self.calls[name]
        names = self._names(file, {})
        source = block.attributes.get("source")
        said = evaluated(names, source.node) if source is not None else ""
        read = self._resource_of(names, file, block, f"module.{name}{key}", exists)
        read.name, read.origin = f"{name}{key}", "module"
        read.type = f"module {said if isinstance(said, str) else ''}".strip()
        self.reading.resources.append(read)

    def _resource_of(self, names: Names, file: str, block: Block, address: str, exists: Value) -> ReadResource:
        return ReadResource(
            address=f"{self.prefix}{address}",
            name="",
            type="",
            file=file,
            line=block.line,
            properties=properties_of(names, block),
            line_at=line_in(block),
            module=self.prefix.rstrip("."),
            exists=both(self.exists, exists),
            skipped=within(self.folder.comments.get(file, []), block.line - 1, block.end),
        )

    def _names(self, file: str, loop: Mapping[str, Value]) -> Names:
        return Names(self._mention, self._file, dict(loop))

    def _file(self, path: str) -> str | None:
        return self.files.get(posixpath.normpath(posixpath.join(self.folder.path, path.replace("…", ""))))

    def _mention(self, steps: list[Any], text: str) -> Value:
        head = str(steps[0])
        if head == "var" and len(steps) > 1:
            return walked(self._variable(str(steps[1])), steps[2:], text)
        if head == "local" and len(steps) > 1:
            return walked(self._local(str(steps[1])), steps[2:], text)
        if head == "module" and len(steps) > 1:
            return self._output(str(steps[1]), steps[2:], text)
        if head == "path":
            return "" if len(steps) > 1 and steps[1] == "module" else "."
        if head == "data" and len(steps) > 2:
            suffix, rest = split_index(steps[3:])
            return Unsure(
                text, refs=(Reference(f"{self.prefix}data.{steps[1]}.{steps[2]}{suffix}", attribute_of(rest)),)
            )
        if head in ("terraform", "each", "count", "self"):
            return Unsure(text, depends=(".".join([head, *map(str, steps[1:2])]),))
        if len(steps) > 1 and (head, str(steps[1])) in self.blocks_by_name:
            return self._resource(head, str(steps[1]), steps[2:], text)
        return Unsure(text, depends=(text,) if "." in text else ())

    def _resource(self, kind: str, name: str, rest: list[Any], text: str) -> Value:
        suffix, after = split_index(rest)
        base = f"{self.prefix}{kind}.{name}"
        if not suffix:
            keys = self._suffixes(kind, name)
            if keys != [""]:
                return Unsure(text, refs=tuple(Reference(f"{base}{key}", attribute_of(after)) for key in keys))
        return Unsure(text, refs=(Reference(f"{base}{suffix}", attribute_of(after)),))

    def _suffixes(self, kind: str, name: str) -> list[str]:
        if (kind, name) not in self.instances:
            self.instances[kind, name] = [""]
            file, block = self.blocks_by_name[kind, name]
            self.instances[kind, name] = [suffix for suffix, _, _ in copies(self._names(file, {}), block)]
        return self.instances[kind, name]

    def _once(self, key: str, make: Callable[[], Value]) -> Value:
        if key in self.known:
            return self.known[key]
        if key in self.busy or len(self.busy) > 200:
            return Unsure(key, depends=(key,))
        self.busy.add(key)
        try:
            self.known[key] = make()
        finally:
            self.busy.discard(key)
        return self.known[key]

    def _variable(self, name: str) -> Value:
        return self._once(f"var.{name}", lambda: self._variable_value(name))

    def _variable_value(self, name: str) -> Value:
        names, said = self._declared(name)
        default, given = said.get("default"), self.given.get(name)
        open_to_see = given.options == () if isinstance(given, Unsure) else isinstance(given, dict)
        if self.hides(name) and not open_to_see:
            written = default is not None and evaluated(names, default.node) not in (None, "", ABSENT)
            return secret(f"var.{name}", written or isinstance(given, (str, Unsure)))
        if name in self.given:
            return with_optional(names, said.get("type"), self.given[name])
        if default is None:
            return Unsure(f"var.{name}", depends=(f"var.{name}",))
        value = with_optional(names, said.get("type"), evaluated(names, default.node))
        if self.depth:
            return value
        return Unsure(f"var.{name}", depends=(f"var.{name}",), default=value)

    def hides(self, name: str) -> bool:
        """Whether a variable is secret, by its name or because the code says so."""
        names, said = self._declared(name)
        return is_secret(name) or ("sensitive" in said and bool(truth(evaluated(names, said["sensitive"].node))))

    def _declared(self, name: str) -> tuple[Names, dict[str, Attribute]]:
        file, block = self.variables.get(name, ("", Block("", (), 1, 1)))
        return self._names(file, {}), block.attributes

    def _local(self, name: str) -> Value:
        if name not in self.locals:
            return Unsure(f"local.{name}", depends=(f"local.{name}",))
        file, attribute = self.locals[name]
        return self._once(f"local.{name}", lambda: evaluated(self._names(file, {}), attribute.node))

    def _output(self, name: str, rest: list[Any], text: str) -> Value:
        if name not in self.calls:
            return Unsure(text, depends=(text,))
        suffix, after = split_index(rest)
        called = self._called(name)
        wanted = [entry for entry in called if not suffix or entry[0] == suffix] or called
        if not after:
            return Unsure(text, refs=tuple(Reference(f"{self.prefix}module.{name}{key}") for key, _, _ in wanted))
        values = [self._output_of(name, key, module, str(after[0]), text) for key, module, _ in wanted]
        value = values[0] if len(values) == 1 else combined(text, *values)
        return walked(value, after[1:], text)

    def _output_of(self, name: str, key: str, module: Module | None, output: str, text: str) -> Value:
        if module is None or output not in module.outputs:
            return Unsure(text, refs=(Reference(f"{self.prefix}module.{name}{key}", output),))
        file, block = module.outputs[output]
        held = block.attributes.get("value")
        named = f"output.{output}"
        return module._once(named, lambda: evaluated(module._names(file, {}), held.node)) if held else ABSENT

    def _called(self, name: str) -> list[tuple[str, Module | None, Value]]:
        """Key, module (None where its files are not here) and existence of each use of a module."""
        if name not in self.modules:
            self.modules[name] = [("", None, True)]
            file, block = self.calls[name]
            source = block.attributes.get("source")
            said = evaluated(self._names(file, {}), source.node) if source is not None else None
            folder = (
                self.folders.get(posixpath.normpath(posixpath.join(self.folder.path, said)))
                if isinstance(said, str) and said.startswith(".")
                else None
            )
            made: list[tuple[str, Module | None, Value]] = []
            for suffix, loop, exists in copies(self._names(file, {}), block):
                if folder is None or self.depth >= MAX_MODULE_DEPTH:
                    made.append((suffix, None, exists))
                    continue
                names = self._names(file, loop)
                given = {key: evaluated(names, item.node) for key, item in block.attributes.items() if key not in META}
                prefix = f"{self.prefix}module.{name}{suffix}."
                inner = Module(
                    folder,
                    self.folders,
                    self.reading,
                    self.files,
                    given,
                    prefix,
                    self.depth + 1,
                    exists=both(self.exists, exists),
                )
                made.append((suffix, inner, exists))
            self.modules[name] = made
        return self.modules[name]
