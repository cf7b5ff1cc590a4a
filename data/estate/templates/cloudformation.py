"""CloudFormation templates as resources: conditions, nested stacks, loops, and several stacks beside each other."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Any

from data.estate.opening.limits import MAX_MODULE_DEPTH
from data.estate.opening.recognise import Document
from data.estate.opening.refused import Refused
from data.estate.resource import Path, Reading, ReadResource
from data.estate.skips import comments_in, in_metadata, within
from data.estate.templates.document import Lines, decoded
from data.estate.templates.intrinsics import Scope
from data.estate.templates.loops import LOOP, unrolled
from data.estate.templates.sam import events_of, with_globals
from data.estate.values import ABSENT, Reference, Value

_ENDINGS = re.compile(r"(\.nested)?(\.template)?\.(ya?ml|json|template|txt)$")


def read_templates(documents: list[Document], reading: Reading, given: dict[str, Value]) -> None:
    """Add the resources of all templates, nested ones inside the stacks that use them."""
    templates: dict[str, tuple[Document, dict[str, Any]]] = {}
    for document in documents:
        try:
            templates[document.name] = (document, decoded(document))
        except Refused as refused:
            reading.tell(document.name, refused.line, refused.sentence)
    by_base = {_base(name): name for name in templates}
    nested = {name for _, template in templates.values() for name in _uses(template, by_base)}
    roots = [name for name in templates if name not in nested] or list(templates)
    several = len(roots) > 1
    for name in roots:
        document, template = templates[name]
        prefix = f"{_base(name)}/" if several else ""
        _Stack(document, template, prefix, reading, templates, by_base, given, 0).read()


def _base(name: str) -> str:
    return _ENDINGS.sub("", PurePosixPath(name).name) or name


def _nested_name(resource: Any, by_base: dict[str, str]) -> str | None:
    """The file of a nested stack, matched by its base name."""
    if not isinstance(resource, dict) or resource.get("Type") not in (
        "AWS::CloudFormation::Stack",
        "AWS::Serverless::Application",
    ):
        return None
    metadata, properties = resource.get("Metadata"), resource.get("Properties")
    asset = metadata.get("aws:asset:path") if isinstance(metadata, dict) else None
    location = properties.get("TemplateURL", properties.get("Location")) if isinstance(properties, dict) else None
    for text in (asset, _last_text(location)):
        if isinstance(text, str):
            found = by_base.get(_base(re.sub(r"\$\{[^}]*\}", "", text.split("?")[0])))
            if found:
                return found
    return None


def _last_text(node: Any) -> str | None:
    if isinstance(node, str):
        return node
    inner = list(node.values()) if isinstance(node, dict) else node if isinstance(node, list) else []
    texts = [text for text in map(_last_text, reversed(inner)) if text and _ENDINGS.search(text.split("?")[0])]
    return texts[0] if texts else None


def _uses(template: dict[str, Any], by_base: dict[str, str]) -> set[str]:
    return {name for resource in template["Resources"].values() if (name := _nested_name(resource, by_base))}


class _Stack:
    """One use of one template."""

    def __init__(self, document: Document, template: dict[str, Any], prefix: str, reading: Reading, templates:
    dict[str, tuple[Document, dict[str, Any]]],
                 by_base: dict[str, str], given: dict[str, Value], depth: int) -> None:  # fmt: skip
        self.document, self.template, self.prefix, self.reading = document, template, prefix, reading
        self.templates, self.by_base, self.depth = templates, by_base, depth
        self.lines = Lines(document, template)
        self.scope = Scope(template, lambda name: f"{prefix}{name}", given, self._output)
        self.children: dict[str, _Stack | None] = {}
        self.loops: dict[str, str] = {}
        self.comments = comments_in(document.text)

    def read(self) -> None:
        """Add every resource of this stack and of those inside it."""
        entries = self._entries()
        starts = sorted(line for name, _ in entries if (line := self._line(name)))
        for name, body in entries:
            line = self._line(name)
            if not isinstance(body, dict) or not isinstance(body.get("Type"), str):
                self.reading.tell(
                    self.document.name, line, f"The resource {name} has no type that can be read; correct it."
                )
                continue
            last = next((start - 1 for start in starts if line and start > line), 10**9) if self.comments else None
            self._add(name, body, line, within(self.comments, line, last) if self.comments else ())
            child = self._child(name)
            if child is not None:
                child.read()

    def _entries(self) -> list[tuple[str, Any]]:
        """Resources by name, loops unrolled; what a loop makes stands on the line of the loop."""
        for key, body in self.template["Resources"].items():
            if str(key).startswith(LOOP):
                self.loops |= dict.fromkeys(unrolled({key: body}, self.scope.value), str(key))
        return [(str(name), body) for name, body in self.scope.section("Resources").items()]

    def _line(self, name: str, *path: str) -> int | None:
        """The line of a part of a resource."""
        loop = self.loops.get(name)
        return self.lines.at(("Resources", loop) if loop else ("Resources", name, *path))

    def _add(self, name: str, body: dict[str, Any], line: int | None, comments: tuple[tuple[str, str], ...]) -> None:
        body = with_globals(self.template, body)
        properties = self.scope.value(body.get("Properties") or {})
        condition = self.scope.value(body.get("Condition"))
        address = f"{self.prefix}{name}"
        depends = body.get("DependsOn") or []
        names = [depends] if isinstance(depends, str) else depends if isinstance(depends, list) else []
        resource = ReadResource(
            address=address,
            name=name,
            type=body["Type"],
            file=self.document.name,
            line=line,
            properties=properties if isinstance(properties, dict) else {},
            line_at=self._line_at(name),
            module=self.prefix.rstrip("/"),
            exists=self.scope.condition(condition) if isinstance(condition, str) else True,
            depends_on=tuple(Reference(self.scope.address(str(other))) for other in names),
            skipped=(*in_metadata(body.get("Metadata")), *comments),
        )
        if isinstance(body.get("DeletionPolicy"), str):
            resource.properties.setdefault("DeletionPolicy", str(body["DeletionPolicy"]))
        if isinstance(body.get("Connectors"), dict):
            resource.properties["Connectors"] = self.scope.value(body["Connectors"])
        self.reading.resources.append(resource)
        self.reading.resources += events_of(resource)

    def _line_at(self, name: str) -> Any:
        def line(path: Path) -> int | None:
            return self._line(name, *(() if path[:1] == ("DeletionPolicy",) else ("Properties",)), *path)

        return line

    def _child(self, name: str) -> _Stack | None:
        if name not in self.children:
            self.children[name] = None
            body: Any = self.scope.section("Resources").get(name)
            file = _nested_name(body, self.by_base)
            if file and self.depth < MAX_MODULE_DEPTH and file != self.document.name:
                parameters = self.scope.value((body.get("Properties") or {}).get("Parameters") or {})
                given = {str(key): value for key, value in parameters.items()} if isinstance(parameters, dict) else {}
                document, template = self.templates[file]
                child_prefix = f"{self.prefix}{name}/"
                self.children[name] = _Stack(
                    document, template, child_prefix, self.reading, self.templates, self.by_base, given, self.depth + 1
                )
        return self.children[name]

    def _output(self, resource: str, output: str) -> Value:
        child = self._child(resource)
        outputs = child.scope.section("Outputs") if child else {}
        body = outputs.get(output)
        if child is None or not isinstance(body, dict) or child.depth > MAX_MODULE_DEPTH:
            return ABSENT
        child.scope._depth += 1
        try:
            return child.scope.value(body.get("Value")) if child.scope._depth < 20 else ABSENT
        finally:
            child.scope._depth -= 1
