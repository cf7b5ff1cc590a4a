"""A file of Terraform's language as blocks and attributes, with their lines."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import hcl2
from lark import Tree
from lark.exceptions import LarkError, UnexpectedInput

from data.estate.opening.limits import MAX_DEPTH
from data.estate.opening.refused import Refused

Node = Any


@dataclass(slots=True)
class Attribute:
    name: str
    node: Node
    line: int


@dataclass(slots=True)
class Block:
    """A block: its kind, its labels, what stands in it, and its first and last line."""

    kind: str
    labels: tuple[str, ...]
    line: int
    end: int
    attributes: dict[str, Attribute] = field(default_factory=dict)
    blocks: list[Block] = field(default_factory=list)


def parsed(name: str, text: str) -> Block:
    """The whole file as one block without labels.

    Errors: Refused with file and line.
    """
    if _depth(text) > MAX_DEPTH:
        raise Refused(f"The document is nested deeper than {MAX_DEPTH} levels.", name)
    try:
        tree = hcl2.parses_to_tree(text)
    except UnexpectedInput as error:
        line = error.line if isinstance(error.line, int) and error.line > 0 else None
        raise Refused("This is not valid Terraform; correct this line.", name, line) from error
    except (LarkError, RecursionError, ValueError, KeyError, IndexError, AttributeError) as error:
        raise Refused("This is not valid Terraform; check it with terraform validate.", name) from error
    whole = Block("", (), 1, text.count("\n") + 1)
    _fill(whole, tree.children[0])
    return whole


def expression(text: str) -> Node | None:
    """The node of one expression, or None where it is none."""
    try:
        tree = hcl2.parses_to_tree(f"x = {text}\n")
    except (LarkError, RecursionError, ValueError, KeyError, IndexError, AttributeError):
        return None
    body = tree.children[0]
    attribute = next((child for child in body.children if isinstance(child, Tree) and child.data == "attribute"), None)
    return attribute.children[-1] if attribute is not None else None


def _depth(text: str) -> int:
    deepest = depth = 0
    for character in text:
        if character in "[{(":
            depth += 1
            deepest = max(deepest, depth)
        elif character in "]})":
            depth -= 1
    return deepest


def _fill(block: Block, body: Node) -> None:
    for child in body.children:
        if not isinstance(child, Tree):
            continue
        if child.data == "attribute":
            name = str(child.children[0].children[0])
            block.attributes[name] = Attribute(name, child.children[-1], child.meta.line)
        elif child.data == "block":
            names = [
                _label(part)
                for part in child.children
                if isinstance(part, Tree) and part.data in ("identifier", "string", "keyword", "literal_value")
            ]
            inner = Block(names[0], tuple(names[1:]), child.meta.line, child.meta.end_line)
            held = next((part for part in child.children if isinstance(part, Tree) and part.data == "body"), None)
            if held is not None:
                _fill(inner, held)
            block.blocks.append(inner)


def _label(node: Node) -> str:
    if node.data == "string":
        return "".join(str(part.children[0]) for part in node.children if isinstance(part, Tree) and part.children)
    return str(node.children[0])
