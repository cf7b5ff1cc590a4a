"""Folders of Terraform files: which are roots, which values apply, and JSON in place of HCL."""

from __future__ import annotations

import json
import posixpath
import re
from typing import Any

from data.estate.opening.recognise import Document
from data.estate.opening.refused import Refused
from data.estate.resource import ByFile, Reading
from data.estate.skips import comments_in
from data.estate.terraform.blocks import Attribute, Block, parsed
from data.estate.terraform.evaluate import Names, evaluated
from data.estate.terraform.folder import Folder
from data.estate.terraform.module import Module
from data.estate.terraform.syntax import expression
from data.estate.values import ABSENT, Unsure, Value

_SOURCE = re.compile(r'source\s*=\s*"(\.[^"?]*)')


def read_configuration(
    documents: list[Document], reading: Reading, files: dict[str, str], given: dict[str, Value]
) -> None:
    """Add the resources of every root module among the files; modules inside are read where they are used."""
    folders: dict[str, Folder] = {}
    values: dict[str, list[Document]] = {}
    for document in documents:
        path = posixpath.normpath(posixpath.dirname(document.name) or ".")
        if document.format in ("terraform values", "terragrunt"):
            values.setdefault(path, []).append(document)
            continue
        folder = folders.setdefault(path, Folder(path))
        try:
            block = (
                _from_json(document.data)
                if document.format == "terraform json"
                else parsed(document.name, document.text)
            )
        except Refused as refused:
            reading.tell(document.name, refused.line, refused.sentence)
            continue
        folder.blocks += [(document.name, inner) for inner in block.blocks]
        folder.texts[document.name] = document.text
        folder.comments[document.name] = comments_in(document.text)
    plain = {posixpath.normpath(name): text for name, text in files.items()}
    called = {used for folder in folders.values() for used in _sources(folder)}
    units = _units(values, folders)
    called |= set(units.values())
    roots = [path for path in folders if path not in called] or ([] if units else list(folders))
    prefixes = {path: f"{path}/" if len(roots) > 1 and path != "." else "" for path in roots}
    for path, source, prefix in (
        *((path, path, prefix) for path, prefix in prefixes.items()),
        *((path, source, f"{path}/") for path, source in units.items()),
    ):
        found, by_file = _values(values.get(path, []), reading)
        root = Module(folders[source], folders, reading, plain, {**found, **given}, prefix)
        first = len(reading.resources)
        root.read()
        told = {f"var.{name}": each for name, each in by_file.items() if name not in given and not root.hides(name)}
        for read in reading.resources[first:]:
            read.by_file = told


def _units(values: dict[str, list[Document]], folders: dict[str, Folder]) -> dict[str, str]:
    """Folders of Terragrunt without files of their own, with the folder here that their source names."""
    found = {}
    for path, documents in values.items():
        for document in documents:
            if document.format != "terragrunt" or path in folders:
                continue
            source = _SOURCE.search(document.text)
            target = posixpath.normpath(posixpath.join(path, source[1].replace("//", "/"))) if source else ""
            if target in folders:
                found[path] = target
    return found


def _sources(folder: Folder) -> set[str]:
    found = set()
    for _, block in folder.blocks:
        source = block.attributes.get("source") if block.kind == "module" else None
        said = evaluated(_plain(), source.node) if source is not None else None
        if isinstance(said, str) and said.startswith("."):
            found.add(posixpath.normpath(posixpath.join(folder.path, said)))
    return found


def _plain() -> Names:
    return Names(lambda _steps, text: Unsure(text))


def _values(documents: list[Document], reading: Reading) -> tuple[dict[str, Value], dict[str, ByFile]]:
    """The values that Terraform takes by itself, and those of the other files of values: of one as they are, of several
    as what a variable may be, because one of them is applied. Beside them, what each file says where they differ.
    """
    by_name = sorted(documents, key=lambda document: document.name)
    own = [
        d
        for d in by_name
        if posixpath.basename(d.name) == "terraform.tfvars"
        or ".auto.tfvars" in d.name
        or d.format == "terragrunt"
        or d.name.endswith("terraform.tfvars.json")
    ]
    found: dict[str, Value] = {}
    for document in own:
        found.update(_told(document, reading))
    others = {document.name: _told(document, reading) for document in by_name if document not in own}
    by_file: dict[str, ByFile] = {}
    for name in dict.fromkeys(name for values in others.values() for name in values):
        each = tuple((file, values.get(name, found.get(name, ABSENT))) for file, values in others.items())
        found[name] = _either(name, [value for _, value in each], found.get(name, ABSENT))
        if isinstance(found[name], Unsure) and len(each) > 1:
            by_file[name] = each
    return found, by_file


def _told(document: Document, reading: Reading) -> dict[str, Value]:
    try:
        return _assigned(document)
    except Refused as refused:
        reading.tell(document.name, refused.line, refused.sentence)
        return {}


def _either(name: str, values: list[Value], own: Value) -> Value:
    """The value of a variable that is one of these: known where all of them agree."""
    options = [value for number, value in enumerate(values) if value is not ABSENT and value not in values[:number]]
    if len(options) == 1 and all(value is not ABSENT for value in values):
        return options[0]
    return Unsure(f"var.{name}", depends=(f"var.{name}",), options=tuple(options), default=own)


def _assigned(document: Document) -> dict[str, Value]:
    if isinstance(document.data, dict):
        return {str(key): value for key, value in document.data.items()}
    block = parsed(document.name, document.text)
    names = _plain()
    if document.format == "terragrunt":
        inputs = block.attributes.get("inputs")
        value = evaluated(names, inputs.node) if inputs is not None else {}
        return (
            {key: inner for key, inner in value.items() if not isinstance(inner, Unsure)}
            if isinstance(value, dict)
            else {}
        )
    return {
        name: value for name, item in block.attributes.items() if (value := evaluated(names, item.node)) is not ABSENT
    }


def _from_json(data: Any) -> Block:
    """Terraform's JSON syntax as the same blocks."""
    whole = Block("", (), 1, 1)
    for kind, labels in (("resource", 2), ("data", 2), ("module", 1), ("variable", 1), ("output", 1), ("locals", 0)):
        _blocks(whole, kind, (), labels, data.get(kind) if isinstance(data, dict) else None)
    return whole


def _blocks(whole: Block, kind: str, labels: tuple[str, ...], left: int, data: Any) -> None:
    for item in data if isinstance(data, list) else [data]:
        if not isinstance(item, dict):
            continue
        if left:
            for name, inner in item.items():
                _blocks(whole, kind, (*labels, str(name)), left - 1, inner)
        else:
            block = Block(kind, labels, 1, 1)
            for name, value in item.items():
                node = expression(_hcl(value))
                if node is not None:
                    block.attributes[str(name)] = Attribute(str(name), node, 1)
            whole.blocks.append(block)


def _hcl(value: Any) -> str:
    if isinstance(value, str):
        return (
            value[2:-1]
            if value.startswith("${") and value.endswith("}") and value.count("${") == 1
            else json.dumps(value, ensure_ascii=False)
        )
    if isinstance(value, list):
        return "[" + ", ".join(_hcl(item) for item in value) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(str(key))} = {_hcl(item)}" for key, item in value.items()) + "}"
    return json.dumps(value)
