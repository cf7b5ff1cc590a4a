"""A CloudFormation template as nested mappings, and the lines on which its parts stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Any

from cfnlint.decode.cfn_yaml import CfnFullLoader, CfnParseError, loads, multi_constructor
from cfnlint.decode.node import dict_node
from yaml import YAMLError
from yaml.constructor import SafeConstructor

from data.estate.opening.limits import MAX_DEPTH
from data.estate.opening.recognise import Document, nested_deeper
from data.estate.opening.refused import Refused
from data.estate.resource import Path

_DEEP = re.compile(r"[\[{]\s*" * (MAX_DEPTH * 2))


def decoded(document: Document) -> dict[str, Any]:
    """The template of a document: JSON by Python's own reader, YAML by cfn-lint's, which knows the short forms and
    bounds aliases.

    Errors: Refused with file and line.
    """
    data = document.data
    if data is None:
        data = _from_yaml(document)
    if not isinstance(data, dict) or not isinstance(data.get("Resources"), dict):
        raise Refused("The template has no mapping named Resources; send the whole template.", document.name, 1)
    return data


def _from_yaml(document: Document) -> Any:
    if _DEEP.search(document.text):
        raise Refused(f"The document is nested deeper than {MAX_DEPTH} levels.", document.name)
    try:
        data = loads(document.text, document.name)
    except CfnParseError as error:
        match = error.matches[0]
        if match.message.startswith("Duplicate found"):
            return _last_of_doubles(document, match.linenumber)
        raise Refused(
            _in_words(match.message), document.name, match.linenumber if match.linenumber > 1 else None
        ) from error
    except YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or "it cannot be read"
        raise Refused(
            f"This is not valid YAML ({problem}); correct this line.", document.name, mark.line + 1 if mark else None
        ) from error
    except (RecursionError, ValueError, TypeError, KeyError, AttributeError, AssertionError, OverflowError) as error:
        raise Refused("The YAML cannot be read as a template; check it with a YAML linter.", document.name) from error
    if nested_deeper(data, MAX_DEPTH):
        raise Refused(f"The document is nested deeper than {MAX_DEPTH} levels.", document.name)
    return data


class _LastCounts(CfnFullLoader):  # type: ignore[misc]
    """cfn-lint's loader where a key that stands twice is no error: as in CloudFormation, the last one counts."""

    def construct_last(self, node: Any) -> Any:
        """A mapping with its marks."""
        self.flatten_mapping(node)
        (found,) = SafeConstructor.construct_yaml_map(self, node)
        return dict_node(found, node.start_mark, node.end_mark)


_LastCounts.add_constructor("tag:yaml.org,2002:map", _LastCounts.construct_last)
_LastCounts.add_multi_constructor("!", multi_constructor)


def _last_of_doubles(document: Document, line: int) -> Any:
    try:
        return _LastCounts(document.text, document.name).get_single_data()
    except (YAMLError, RecursionError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise Refused("A key stands twice here; keep one of the two.", document.name, line) from error


def _in_words(message: str) -> str:
    if "aliases" in message:
        return "Its YAML aliases unfold to far more than a template can hold; write the values out."
    if "recursion" in message:
        return "Its YAML aliases contain themselves, or it is nested without end; write the values out."
    return " ".join(message.split())[:200].rstrip(".") + "; correct this line."


class Lines:
    """The line of a path in a template: by the marks of the YAML reader, or by a search in the JSON text."""

    def __init__(self, document: Document, template: dict[str, Any]) -> None:
        self._template = template
        self._keys: dict[int, dict[Any, Any]] = {}
        self._text = document.text if document.data is not None else None
        self._starts = (
            [0, *(found.end() for found in re.finditer("\n", document.text))] if self._text is not None else []
        )
        self._resources = self._text.find('"Resources"') if self._text is not None else 0
        self._begins = self._in_order(template) if self._text is not None else {}

    def _in_order(self, template: dict[str, Any]) -> dict[str, int]:
        """Where each resource begins; they stand in the text in the order in which they were read."""
        found, at = {}, self._resources
        for name in template["Resources"]:
            here = (self._text or "").find(f'"{name}"', at)
            at = here if here >= 0 else at
            found[name] = at
        return found

    def at(self, path: Path) -> int | None:
        """The line of the deepest part of the path that is there, or None."""
        return self._in_text(path) if self._text is not None else self._by_marks(path)

    def _written(self, node: dict[Any, Any], key: Any) -> Any:
        """The key as it stands in the text, which bears the mark."""
        keys = self._keys.get(id(node))
        if keys is None:
            keys = self._keys[id(node)] = {one: one for one in node}
        return keys[key]

    def _by_marks(self, path: Path) -> int | None:
        node: Any = self._template
        line: int | None = None
        for part in path:
            if isinstance(node, list):
                number = int(part) if part.isdigit() else 0
                node = node[number] if number < len(node) else None
                if part.isdigit() or part == "*":
                    line = node.start_mark.line + 1 if hasattr(node, "start_mark") else line
                    continue
            if not isinstance(node, dict):
                break
            wanted = part.replace("_", "").lower()
            key = part if part in node else next((k for k in node if isinstance(k, str) and k.lower() == wanted), None)
            if key is None:
                break
            mark = getattr(self._written(node, key), "start_mark", None)
            node = node[key]
            mark = mark or getattr(node, "start_mark", None)
            line = mark.line + 1 if mark is not None else line
        return line

    def _in_text(self, path: Path) -> int | None:
        text = self._text or ""
        at = self._begins.get(path[1], self._resources)
        for part in path[2:]:
            if part.isdigit() or part == "*":
                continue
            found = re.compile(rf'"{re.escape(part)}"\s*:', re.IGNORECASE).search(text, at + 1, at + 20_000)
            if found is None:
                break
            at = found.start()
        return bisect_right(self._starts, at) if at > 0 else None
