"""Texts of Terraform's language with what stands in them, `${...}`, `%{if}` and `%{for}`: in quotes, in heredocs and in
files of templates."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from tree_sitter import Node

from data.estate.opening.limits import MAX_INSTANCES
from data.estate.terraform.operators import chosen
from data.estate.terraform.syntax import Names, evaluated, expression, parts_of, said, written
from data.estate.values import ABSENT, Unsure, Value, combined, text_of

_HOLE = re.compile(r"\$\{\s*([^{}]*)\s*\}")
_ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|.)", re.DOTALL)
_SIGNS = {"n": "\n", "t": "\t", "r": "\r"}
_END = "END_OF_THE_TEMPLATE_FILE"
_HOLES = ("template_interpolation", "template_directive")
Change = Callable[[str], str]


def unescaped(text: str) -> str:
    """What a quoted text means."""
    if "\\" in text:
        text = _ESCAPE.sub(lambda sign: _sign(sign[1]), text)
    return _bare(text)


def _sign(escape: str) -> str:
    return chr(int(escape[1:], 16)) if len(escape) == 5 else _SIGNS.get(escape, escape)


def _bare(text: str) -> str:
    return text.replace("$${", "${").replace("%%{", "%{")


def _quoted(names: Names, node: Node) -> Value:
    first, last = node.children[0], node.children[-1]
    return _joined(_pieces(names, node, (first.end_byte, last.start_byte), unescaped))


def _heredoc(names: Names, node: Node) -> Value:
    """The lines between the two marks; with `<<-` without the indent that all of them have."""
    whole = node.text or b""
    begin, end = whole.find(b"\n"), whole.rfind(b"\n")
    lines = whole[begin:end].decode("utf-8", "replace").split("\n") if whole.startswith(b"<<-") else []
    indent = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
    margin = re.compile(rf"(?<=\n)[ \t]{{0,{indent}}}")
    span = node.start_byte + begin, node.start_byte + max(begin, end)
    first, *others = _pieces(names, node, span, lambda text: _bare(margin.sub("", text)))
    return _joined([str(first)[1:], *others])


def _pieces(names: Names, node: Node, span: tuple[int, int], plain: Change) -> list[Value]:
    """The texts between the holes of a node, from byte to byte, and what the holes come to."""
    source, origin, found = node.text or b"", node.start_byte, []
    at, end = span
    for hole in node.children:
        if hole.type not in _HOLES or hole.start_byte < at or hole.end_byte > end:
            continue
        found += [plain(source[at - origin : hole.start_byte - origin].decode("utf-8", "replace"))]
        found += [_hole(names, hole, plain)]
        at = hole.end_byte
    return [*found, plain(source[at - origin : end - origin].decode("utf-8", "replace"))]


def _hole(names: Names, node: Node, plain: Change) -> Value:
    inner = parts_of(node)
    if node.type == "template_interpolation":
        held = next((part for part in inner if part.type == "expression"), None)
        return evaluated(names, held) if held is not None else ""
    return _if(names, inner[0], plain) if inner[0].type == "template_if" else _for(names, inner[0], plain)


def _between(names: Names, node: Node, marks: Sequence[Node], plain: Change) -> Value:
    return _joined(_pieces(names, node, (marks[0].end_byte, marks[1].start_byte), plain))


def _if(names: Names, node: Node, plain: Change) -> Value:
    marks = [
        part for part in node.children if part.type in ("template_if_intro", "template_else_intro", "template_if_end")
    ]
    test = next(part for part in parts_of(marks[0]) if part.type == "expression")
    return chosen(
        evaluated(names, test),
        lambda: _between(names, node, marks[:2], plain),
        lambda: _between(names, node, marks[1:3], plain) if len(marks) > 2 else "",
        written(test),
    )


def _for(names: Names, node: Node, plain: Change) -> Value:
    marks = [part for part in node.children if part.type in ("template_for_start", "template_for_end")]
    variables = [said(part) for part in parts_of(marks[0]) if part.type == "identifier"]
    items = evaluated(names, next(part for part in parts_of(marks[0]) if part.type == "expression"))
    if isinstance(items, Unsure) or not isinstance(items, (list, dict)):
        body = _between(names.within(**dict.fromkeys(variables, items)), node, marks, plain)
        return combined(written(marks[0]), items, body)
    pairs = list(items.items()) if isinstance(items, dict) else list(enumerate(items))
    found = []
    for key, value in pairs[:MAX_INSTANCES]:
        local = dict(zip(variables[-2:], (key, value) if len(variables) > 1 else (value,), strict=False))
        found.append(_between(names.within(**local), node, marks, plain))
    return _joined(found)


def _joined(pieces: list[Value]) -> Value:
    kept = [piece for piece in pieces if piece != "" and piece is not ABSENT]
    if len(kept) == 1 and not isinstance(kept[0], str):
        return kept[0]
    return text_of(kept) if kept else ""


def filled(names: Names, text: str) -> Value:
    """A template file's text with its holes evaluated."""
    node = expression(f"<<{_END}\n{text}\n{_END}")
    if node is not None:
        return evaluated(names, node)
    pieces: list[Value] = []
    at = 0
    for hole in _HOLE.finditer(text):  # what is no valid template as a whole
        if text[max(0, hole.start() - 1) : hole.start()] == "$":
            continue
        held = expression(hole[1])
        pieces += [text[at : hole.start()]]
        pieces += [evaluated(names, held) if held is not None else Unsure("${" + hole[1][:60] + "}")]
        at = hole.end()
    return _joined([*pieces, text[at:]])


HANDLED: dict[str, Callable[[Names, Node], Value]] = {"quoted_template": _quoted, "heredoc_template": _heredoc}
