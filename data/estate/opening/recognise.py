"""What a text is, told by its content."""

from __future__ import annotations

import csv
import json
import re
from dataclasses import dataclass
from typing import Any, Literal

from data.estate.opening.limits import MAX_DEPTH
from data.estate.opening.refused import Refused

Format = Literal[
    "cloudformation",
    "cdk manifest",
    "terraform",
    "terraform json",
    "terraform values",
    "terragrunt",
    "plan",
    "state",
    "raw state",
    "config query",
    "resource explorer",
    "text",
]

_KINDS = "resource|data|module|variable|output|provider|locals|terraform|moved|import|check"
_HCL_BLOCK = re.compile(rf'^[ \t]*({_KINDS})\b[ \t]*("[^"\n]*"[ \t]*){{0,2}}\{{', re.MULTILINE)
_TERRAGRUNT = re.compile(
    r"^[ \t]*(inputs[ \t]*=[ \t]*[{m]|include[ \t]*(\"[^\"]*\"[ \t]*)?\{|dependency[ \t]+\"|remote_state[ \t]*\{)",
    re.MULTILINE,
)
_YAML_RESOURCES = re.compile(r"^(Resources|['\"]Resources['\"])[ \t]*:", re.MULTILINE)
_ASSIGNMENT = re.compile(r"^[ \t]*[A-Za-z_][\w-]*[ \t]*=[ \t]*\S", re.MULTILINE)
_WRAPPED = re.compile(r'^\{\s*"format_version"', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Document:
    """A text, what it is, and its content where that is JSON."""

    name: str
    format: Format
    text: str
    data: Any = None


def recognised(name: str, text: str) -> Document:
    """The document that a text is; `text` where it is none of the known formats.

    Errors: Refused, for JSON that begins well and ends badly, and for nesting without end.
    """
    head = text.lstrip()
    wrapped = _WRAPPED.search(text) if head[:1] not in "{[" or head.startswith("[command]") else None
    if wrapped is not None:
        text = head = text[wrapped.start() : text.rfind("}") + 1]
    if head[:1] in "{[":
        return _json(name, text, head)
    if name.lower().endswith((".tfvars", ".auto.tfvars")):
        return Document(name, "terraform values", text)
    if _YAML_RESOURCES.search(text):
        return Document(name, "cloudformation", text)
    if name.endswith("terragrunt.hcl") or (_TERRAGRUNT.search(text) and not _HCL_BLOCK.search(text)):
        return Document(name, "terragrunt", text)
    if _HCL_BLOCK.search(text):
        return Document(name, "terraform", text)
    if _is_explorer_table(head):
        return Document(name, "resource explorer", text)
    if (
        _ASSIGNMENT.search(text)
        and "=" in head.split("\n", 1)[0]
        and not name.lower().endswith((".txt", ".tpl", ".tftpl", ".tmpl", ".yaml", ".yml"))
    ):
        return Document(name, "terraform values", text)
    return Document(name, "text", text)


def _json(name: str, text: str, head: str) -> Document:
    try:
        data = json.loads(text)
    except RecursionError as error:
        raise Refused(f"The document is nested deeper than {MAX_DEPTH} levels.", name) from error
    except ValueError as error:
        if _YAML_RESOURCES.search(text) or re.match(r"\{\s*['\"]?(Resources|AWSTemplateFormatVersion)", head):
            return Document(name, "cloudformation", text)
        looks_like_input = re.search(
            r'"(Resources|planned_values|resource_changes|terraform_version|AWSTemplateFormatVersion|resourceType)"',
            text,
        )
        if looks_like_input:
            line = getattr(error, "lineno", None)
            raise Refused(
                f"This is not valid JSON ({getattr(error, 'msg', 'cut off')}); send the file as the tool wrote it.",
                name,
                line,
            ) from error
        return Document(name, "text", text)
    if nested_deeper(data, MAX_DEPTH):
        raise Refused(f"The document is nested deeper than {MAX_DEPTH} levels.", name)
    return Document(name, _json_format(name, data), text, data)


def _json_format(name: str, data: Any) -> Format:
    if isinstance(data, list):
        return "config query" if any(_is_config_record(item) for item in data) else "text"
    if not isinstance(data, dict):
        return "text"
    resources = data.get("Resources")
    if isinstance(resources, dict):
        return "cloudformation"
    if isinstance(resources, list) and any(isinstance(item, dict) and "ResourceType" in item for item in resources):
        return "resource explorer"
    if "resource_changes" in data or "planned_values" in data:
        return "plan"
    if "values" in data and "format_version" in data:
        return "state"
    if isinstance(data.get("resources"), list) and (
        "lineage" in data or "serial" in data or data.get("version") in (3, 4)
    ):
        return "raw state"
    results = data.get("Results")
    if _is_config_record(data) or (
        isinstance(results, list)
        and any((isinstance(item, str) and "resourceType" in item) or _is_config_record(item) for item in results)
    ):
        return "config query"
    if isinstance(data.get("artifacts"), dict) and "version" in data:
        return "cdk manifest"
    if name.endswith(".tfvars.json"):
        return "terraform values"
    return (
        "terraform json"
        if set(data) & {"resource", "module", "variable", "data", "locals", "output"} and name.endswith(".tf.json")
        else "text"
    )


def _is_config_record(item: Any) -> bool:
    return isinstance(item, dict) and "::" in str(item.get("resourceType"))


def _is_explorer_table(head: str) -> bool:
    first = next(csv.reader([head.split("\n", 1)[0]]), [])
    columns = {column.strip().lower().replace(" ", "") for column in first}
    return bool(columns & {"resourcetype"}) and bool(columns & {"arn", "identifier", "resourceid", "resource"})


def nested_deeper(data: Any, depth: int) -> bool:
    """Whether lists and mappings stand deeper inside each other than `depth`."""
    level = [data]
    for _ in range(depth):
        level = [
            inner
            for item in level
            if isinstance(item, (dict, list))
            for inner in (item.values() if isinstance(item, dict) else item)
            if isinstance(inner, (dict, list))
        ]
        if not level:
            return False
    return True
