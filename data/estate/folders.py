"""Files and folders of this machine, for the command. What a link leads to outside a folder is not read."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from data.estate.opening.archive import PASSED_BY, READ_SUFFIXES
from data.estate.opening.limits import MAX_BYTES, MAX_FILES
from data.estate.opening.refused import Refused


def files_under(paths: Iterable[Path]) -> list[tuple[str, bytes]]:
    """Name and content of every readable file.

    Errors: Refused for a path that is not there, and for too much.
    """
    found: list[tuple[str, bytes]] = []
    left = MAX_BYTES
    for path in paths:
        if not path.exists():
            raise Refused("There is no such file or folder.", str(path))
        members = [path] if path.is_file() else sorted(member for member in path.rglob("*") if _is_read(member, path))
        for member in members:
            try:
                content = member.read_bytes()
            except OSError as error:
                raise Refused(f"The file cannot be read: {error.strerror}.", str(member)) from error
            left -= len(content)
            if left < 0 or len(found) >= MAX_FILES:
                raise Refused(
                    f"More than {MAX_BYTES // 1024 // 1024} MB or {MAX_FILES} files; name the folder of one system.",
                    str(path),
                )
            found.append((member.as_posix(), content))
    return found


def _is_read(member: Path, folder: Path) -> bool:
    inside = member.relative_to(folder).parts
    return (
        member.is_file()
        and not member.is_symlink()
        and member.name.lower().endswith(READ_SUFFIXES)
        and not any(part in PASSED_BY for part in inside)
    )
