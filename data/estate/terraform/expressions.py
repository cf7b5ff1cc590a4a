"""Literals, texts, collections, operators and names of Terraform's language, evaluated as far as the files decide
them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from lark import Token, Tree

from data.estate.terraform.operators import binary, chosen, negated
from data.estate.terraform.syntax import Names, Node, evaluated, parts_of, token_value, written
from data.estate.values import ABSENT, Unsure, Value, combined, is_sure, text_of

_HEREDOC = re.compile(r"<<-?[A-Za-z][\w.-]*\n(.*?)\n?[ \t]*[A-Za-z][\w.-]*\n$", re.DOTALL)
_HOLE = re.compile(r"\$\{\s*([^{}]*)\s*\}")


def _term(names: Names, node: Tree[Any]) -> Value:
    inner = parts_of(node)
    if len(inner) == 1 and inner[0].data == "identifier":
        return _name(names, [str(inner[0].children[0])], node)
    return evaluated(names, inner[0]) if inner else ABSENT


def _literal(_: Names, node: Tree[Any]) -> Value:
    return token_value(Token("TEXT", str(node.children[0])))


def _integer(_: Names, node: Tree[Any]) -> Value:
    text = "".join(str(child) for child in node.children)
    try:
        return int(text[:40])
    except ValueError:
        return text


def _float(_: Names, node: Tree[Any]) -> Value:
    try:
        return float("".join(str(child) for child in node.children))
    except ValueError:
        return ABSENT


def _string(names: Names, node: Tree[Any]) -> Value:
    pieces: list[Value] = []
    directive = False
    for part in parts_of(node):
        for child in part.children:
            if isinstance(child, Token):
                pieces.append(_unescaped(str(child)))
            elif child.data == "interpolation":
                pieces.append(evaluated(names, parts_of(child)[0]))
            else:
                directive = True
    return combined(written(names, node), *pieces) if directive else _text(pieces)


def _text(pieces: list[Value]) -> Value:
    if len(pieces) == 1 and not isinstance(pieces[0], str):
        return pieces[0]
    return text_of([piece for piece in pieces if piece != ""]) if pieces else ""


def _unescaped(text: str) -> str:
    return (
        text.replace("$${", "${").replace('\\"', '"').replace("\\n", "\n").replace("\\t", "\t").replace("\\\\", "\\")
        if "\\" in text or "$$" in text
        else text
    )


def _heredoc(names: Names, node: Tree[Any]) -> Value:
    found = _HEREDOC.match(str(node.children[0]))
    body = found[1] if found else ""
    if str(node.data).endswith("trim"):
        indents = [len(line) - len(line.lstrip()) for line in body.split("\n") if line.strip()]
        body = "\n".join(line[min(indents, default=0) :] for line in body.split("\n"))
    return filled(names, body)


def filled(names: Names, text: str) -> Value:
    """A text with its `${...}` holes evaluated."""
    pieces: list[Value] = []
    at = 0
    for hole in _HOLE.finditer(text):
        if text[max(0, hole.start() - 1) : hole.start()] == "$":
            continue
        pieces.append(text[at : hole.start()])
        node = names.parse(hole[1])
        pieces.append(evaluated(names, node) if node is not None else Unsure("${" + hole[1][:60] + "}"))
        at = hole.end()
    pieces.append(text[at:])
    return _text(pieces)


def _tuple(names: Names, node: Tree[Any]) -> Value:
    return [value for value in (evaluated(names, child) for child in parts_of(node)) if value is not ABSENT]


def _object(names: Names, node: Tree[Any]) -> Value:
    found: dict[str, Value] = {}
    for element in parts_of(node):
        if element.data == "object_elem":
            key, value = parts_of(element)[0], parts_of(element)[-1]
            found[_key(names, key)] = evaluated(names, value)
    return found


def _key(names: Names, node: Tree[Any]) -> str:
    inner = node.children[0]
    if isinstance(inner, Tree) and inner.data == "expr_term":
        held = parts_of(inner)
        if len(inner.children) == 1 and held and held[0].data == "identifier":
            return str(held[0].children[0])
        value = evaluated(names, inner)
        return value if isinstance(value, str) else value.text if isinstance(value, Unsure) else str(value)
    return str(inner.children[0] if isinstance(inner, Tree) and inner.children else inner)


def _conditional(names: Names, node: Tree[Any]) -> Value:
    test, yes, no = parts_of(node)[:3]
    return chosen(
        evaluated(names, test), lambda: evaluated(names, yes), lambda: evaluated(names, no), written(names, test)
    )


def _binary(names: Names, node: Tree[Any]) -> Value:
    left = evaluated(names, parts_of(node)[0])
    for term in parts_of(node)[1:]:
        operator, right = parts_of(term)[0], parts_of(term)[-1]
        left = binary(str(operator.children[0]), left, evaluated(names, right), written(names, node))
    return left


def _unary(names: Names, node: Tree[Any]) -> Value:
    return negated(str(node.children[0]), evaluated(names, parts_of(node)[0]), written(names, node))


def _access(names: Names, node: Tree[Any]) -> Value:
    """A dotted or indexed name: collected from the outside in, then answered as a whole."""
    steps: list[Any] = []
    at: Node = node
    while isinstance(at, Tree) and at.data in (
        "get_attr_expr_term",
        "index_expr_term",
        "attr_splat_expr_term",
        "full_splat_expr_term",
        "expr_term",
    ):
        inner = parts_of(at)
        if at.data == "expr_term":
            if len(at.children) != 1 or not inner or inner[0].data not in _ACCESSES:
                break
            at = inner[0]
            continue
        steps[:0] = _steps(names, inner[1])
        at = inner[0]
    held = parts_of(at) if isinstance(at, Tree) and at.data == "expr_term" else []
    if held and held[0].data == "identifier" and len(at.children) == 1:
        return _name(names, [str(held[0].children[0]), *steps], node)
    return walked(evaluated(names, at), steps, written(names, node))


_ACCESSES = ("get_attr_expr_term", "index_expr_term", "attr_splat_expr_term", "full_splat_expr_term")


def _steps(names: Names, node: Tree[Any]) -> list[Any]:
    kind = str(node.data)
    if kind == "get_attr":
        return [str(node.children[-1].children[0])]
    if kind == "short_index":
        return [int(str(node.children[-1]))]
    if kind == "braces_index":
        return [evaluated(names, parts_of(node)[0])]
    return ["*", *(step for child in parts_of(node) for step in _steps(names, child))]


def _name(names: Names, steps: list[Any], node: Tree[Any]) -> Value:
    if steps[0] in names.local:
        return walked(names.local[steps[0]], steps[1:], written(names, node))
    return names.mention(steps, written(names, node))


def walked(value: Value, steps: list[Any], text: str) -> Value:
    """What stands under attribute names and indexes of a value."""
    for number, step in enumerate(steps):
        if isinstance(value, Unsure):
            options = tuple(walked(option, steps[number:], text) for option in value.options)
            default = walked(value.default, steps[number:], text) if value.default is not ABSENT else ABSENT
            return Unsure(
                text,
                value.refs,
                value.depends,
                tuple(o for o in options if o is not ABSENT),
                default if is_sure(default) else ABSENT,
                value.secret,
            )
        if isinstance(step, Unsure):
            return combined(text, value, step)
        if step == "*":
            items = value if isinstance(value, list) else [] if value is None else [value]
            return [walked(item, steps[number + 1 :], text) for item in items]
        if isinstance(value, list) and str(step).lstrip("-").isdigit() and -len(value) <= int(step) < len(value):
            value = value[int(step)]
        elif isinstance(value, dict) and str(step) in value:
            value = value[str(step)]
        else:
            return Unsure(text)
    return value


HANDLED: dict[str, Callable[[Names, Tree[Any]], Value]] = {
    "expr_term": _term,
    "literal_value": _literal,
    "int_lit": _integer,
    "float_lit": _float,
    "string": _string,
    "heredoc_template": _heredoc,
    "heredoc_template_trim": _heredoc,
    "tuple": _tuple,
    "object": _object,
    "conditional": _conditional,
    "binary_op": _binary,
    "unary_op": _unary,
    "get_attr_expr_term": _access,
    "index_expr_term": _access,
    "attr_splat_expr_term": _access,
    "full_splat_expr_term": _access,
}
