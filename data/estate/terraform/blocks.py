"""A file of Terraform's language as blocks and attributes, with their lines."""

from __future__ import annotations

from dataclasses import dataclass, field

from tree_sitter import Node

from data.estate.opening.limits import MAX_DEPTH
from data.estate.opening.refused import Refused
from data.estate.terraform.syntax import line_of, line_of_fault, parsed_tree, parts_of, said


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
    root = parsed_tree(text).root_node
    if root.has_error:
        raise Refused("This is not valid Terraform; correct this line.", name, line_of_fault(root))
    whole = Block("", (), 1, text.count("\n") + 1)
    for body in parts_of(root):
        _fill(whole, body)
    return whole


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
    for child in parts_of(body):
        if child.type == "attribute":
            name, value = parts_of(child)
            block.attributes[said(name)] = Attribute(said(name), value, line_of(child))
        elif child.type == "block":
            parts = parts_of(child)
            names = [said(part).strip('"') for part in parts if part.type in ("identifier", "string_lit")]
            inner = Block(names[0], tuple(names[1:]), line_of(child), int(child.end_point[0]) + 1)
            held = next((part for part in parts if part.type == "body"), None)
            if held is not None:
                _fill(inner, held)
            block.blocks.append(inner)
