"""The syntax tree of an expression of Terraform's language, and how its nodes find who evaluates them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from lark import Token, Tree

from data.estate.values import Value, combined

Node = Any


@dataclass
class Names:
    """What an expression may name. `mention` answers a dotted name such as `var.env` or `aws_x.y.arn`; `local` holds
    names of loops."""

    source: str
    mention: Callable[[list[Any], str], Value]
    file_text: Callable[[str], str | None] = lambda _path: None
    parse: Callable[[str], Node | None] = lambda _text: None
    local: dict[str, Value] = field(default_factory=dict)

    def within(self, **local: Value) -> Names:
        """The same names with some of a loop's."""
        return Names(self.source, self.mention, self.file_text, self.parse, {**self.local, **local})


def written(names: Names, node: Node) -> str:
    """The expression as it stands in the file, its literal texts shortened to what matters."""
    if isinstance(node, Tree) and not node.meta.empty:
        return " ".join(names.source[node.meta.start_pos : node.meta.end_pos].split())[:160]
    return str(node)[:160]


HANDLERS: dict[str, Callable[[Names, Tree[Any]], Value]] = {}  # filled by `evaluate`


def evaluated(names: Names, node: Node) -> Value:
    """The value of an expression's node."""
    if isinstance(node, Token):
        return token_value(node)
    handler = HANDLERS.get(str(node.data))
    if handler is not None:
        return handler(names, node)
    parts = [evaluated(names, child) for child in parts_of(node)]
    return parts[0] if len(parts) == 1 else combined(written(names, node), *parts)


def parts_of(node: Tree[Any]) -> list[Node]:
    """The nodes below that are not punctuation or comments."""
    return [child for child in node.children if isinstance(child, Tree) and child.data != "new_line_or_comment"]


def token_value(token: Token) -> Value:
    """The value of a bare word."""
    return {"true": True, "false": False, "null": None}.get(str(token), str(token))
