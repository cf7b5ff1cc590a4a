"""The syntax tree of Terraform's language, and how its nodes find who evaluates them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import tree_sitter_hcl
from tree_sitter import Language, Node, Parser, Tree

from data.estate.values import Value, combined

LONGEST = 160
_LANGUAGE = Language(tree_sitter_hcl.language())


def parsed_tree(text: str) -> Tree:
    """The tree of a text, with its faults in it."""
    return Parser(_LANGUAGE).parse(text.encode("utf-8", "replace"))


def expression(text: str) -> Node | None:
    """The node of one expression, or None where it is none."""
    root = parsed_tree(f"x = {text}\n").root_node
    body = next(iter(parts_of(root)), None)
    found = parts_of(body) if body is not None else []
    return (
        found[0].named_children[-1] if len(found) == 1 and found[0].type == "attribute" and not root.has_error else None
    )


@dataclass
class Names:
    """What an expression may name. `mention` answers a dotted name such as `var.env` or `aws_x.y.arn`; `local` holds
    names of loops."""

    mention: Callable[[list[Any], str], Value]
    file_text: Callable[[str], str | None] = lambda _path: None
    local: dict[str, Value] = field(default_factory=dict)

    def within(self, **local: Value) -> Names:
        """The same names with some of a loop's."""
        return Names(self.mention, self.file_text, {**self.local, **local})


def said(node: Node) -> str:
    """The text of a node as it stands in the file."""
    return (node.text or b"").decode("utf-8", "replace")


def written(nodes: Node | Sequence[Node]) -> str:
    """An expression as it stands in the file, on one line and shortened."""
    text = said(nodes) if isinstance(nodes, Node) else "".join(said(node) for node in nodes)
    return " ".join(text.split())[:LONGEST]


def line_of(node: Node) -> int:
    """The line on which a node begins, from 1."""
    return int(node.start_point[0]) + 1


HANDLERS: dict[str, Callable[[Names, Node], Value]] = {}  # filled by `evaluate`


def evaluated(names: Names, node: Node) -> Value:
    """The value of an expression's node."""
    handler = HANDLERS.get(node.type)
    if handler is not None:
        return handler(names, node)
    parts = [evaluated(names, child) for child in parts_of(node)]
    return parts[0] if len(parts) == 1 else combined(written(node), *parts)


def parts_of(node: Node) -> list[Node]:
    """The nodes below that are not punctuation or comments."""
    return [child for child in node.named_children if child.type != "comment"]


def line_of_fault(node: Node) -> int:
    """The line at which a text stops being valid Terraform: the end of what could still be read there."""
    while node.children:
        faulty = [child for child in node.children if child.is_error or child.is_missing or child.has_error]
        if not faulty and not node.is_error:
            break
        node = (faulty or node.children)[0 if faulty else -1]
    return line_of(node)
