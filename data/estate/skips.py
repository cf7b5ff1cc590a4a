"""What a team has already looked at and accepted: skip comments of checkov, and the metadata of checkov and cfn_nag."""

from __future__ import annotations

import re
from typing import Any

_COMMENT = re.compile(r"(?:#|//|/\*)\s*checkov:skip\s*=\s*([\w,]+)\s*:?[ \t]*([^\n]*)")


def comments_in(text: str) -> list[tuple[int, str, str]]:
    """Line, id and reason of each skip comment of a text."""
    if "checkov:skip" not in text:
        return []
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        for match in _COMMENT.finditer(line):
            found += [(number, name, match[2].strip(" */")) for name in match[1].split(",") if name]
    return found


def within(comments: list[tuple[int, str, str]], first: int | None, last: int | None) -> tuple[tuple[str, str], ...]:
    """Ids and reasons of the comments between two lines."""
    if first is None or not comments:
        return ()
    return tuple((name, reason) for line, name, reason in comments if first <= line <= (last or first))


def in_metadata(metadata: Any) -> tuple[tuple[str, str], ...]:
    """Ids and reasons in the metadata of a CloudFormation resource."""
    found: list[tuple[str, str]] = []
    if not isinstance(metadata, dict):
        return ()
    for tool, key, name, reason in (
        ("checkov", "skip", "id", "comment"),
        ("cfn_nag", "rules_to_suppress", "id", "reason"),
    ):
        entries = metadata.get(tool)
        entries = entries.get(key) if isinstance(entries, dict) else None
        held = [
            entry
            for entry in (entries if isinstance(entries, list) else [])
            if isinstance(entry, dict) and isinstance(entry.get(name), str)
        ]
        found += [(str(entry[name]), str(entry.get(reason) or "")) for entry in held]
    return tuple(found)
