"""From what was dropped to texts by name: single files, pastes, and ZIP archives, within the bounds and in memory
only."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterable
from pathlib import PurePosixPath

from data.estate.opening.limits import MAX_BYTES, MAX_FILES
from data.estate.opening.refused import Refused

READ_SUFFIXES = (
    ".yaml",
    ".yml",
    ".json",
    ".template",
    ".tf",
    ".tofu",
    ".tfvars",
    ".tf.json",
    ".tfstate",
    ".hcl",
    ".csv",
    ".tpl",
    ".tftpl",
    ".tmpl",
    ".out",
    ".txt",
)
PASSED_BY = ("node_modules", ".terraform", ".git", "__MACOSX", ".terragrunt-cache", ".venv")


def opened(files: Iterable[tuple[str, bytes]]) -> dict[str, str]:
    """Texts by path, archives unpacked.

    Errors: Refused, for too much, for archives that lead out of themselves, and for what is no text.
    """
    texts: dict[str, str] = {}
    left = MAX_BYTES
    for said, content in files:
        name = _plain_name(said)
        if content[:4] == b"PK\x03\x04":
            left = _unpack(name, content, texts, left)
        else:
            left -= len(content)
            _within(left, name)
            texts[_free_name(name, texts)] = _text(name, content)
        if len(texts) > MAX_FILES:
            raise Refused(f"These are more than {MAX_FILES} files; send the folder of one system.", name)
    if not any(text.strip() for text in texts.values()):
        raise Refused(
            "There is nothing to read: drop a template, a Terraform folder as a ZIP, a plan, a state or an inventory."
        )
    return texts


def _unpack(name: str, content: bytes, texts: dict[str, str], left: int) -> int:
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        members = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, struct.error) as error:
        raise Refused("The ZIP archive is damaged; make it anew.", name) from error
    if len(members) > MAX_FILES * 10:
        raise Refused(f"The archive holds more than {MAX_FILES * 10} entries; send the folder of one system.", name)
    for member in members:
        path = PurePosixPath(member.filename.replace("\\", "/"))
        if path.is_absolute() or ".." in path.parts or (path.parts and path.parts[0].endswith(":")):
            raise Refused(
                f"The entry {_plain_name(member.filename)!r} leads out of the archive; leave it out.",
                name,
            )
        if (
            member.is_dir()
            or not str(path).lower().endswith(READ_SUFFIXES)
            or any(part in PASSED_BY for part in path.parts)
        ):
            continue
        if stat.S_ISLNK(member.external_attr >> 16):
            continue
        left -= member.file_size
        _within(left, name)
        texts[_free_name(str(path), texts)] = _text(str(path), _content(archive, member, name))
        if len(texts) > MAX_FILES:
            raise Refused(f"These are more than {MAX_FILES} files; send the folder of one system.", name)
    return left


def _content(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> bytes:
    try:
        with archive.open(member) as stream:
            content = stream.read(member.file_size + 1)
    except RuntimeError as error:
        raise Refused("The archive is locked with a password; send it without one.", name) from error
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError) as error:
        raise Refused(
            f"The entry {_plain_name(member.filename)!r} of the archive is damaged; make the archive anew.", name
        ) from error
    if len(content) > member.file_size:
        raise Refused(
            f"The entry {_plain_name(member.filename)!r} is larger than the archive says; make the archive anew.", name
        )
    return content


def _within(left: int, name: str) -> None:
    if left < 0:
        raise Refused(
            f"This is more than {MAX_BYTES // 1024 // 1024} MB together; leave out what is no template.", name
        )


def _text(name: str, content: bytes) -> str:
    for encoding in ("utf-8-sig", "utf-16"):
        if encoding == "utf-16" and content[:2] not in (b"\xff\xfe", b"\xfe\xff"):
            continue
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text.replace("\r\n", "\n").replace("\r", "\n")
    raise Refused("This is not a text file; send templates, plans, states or inventories, or a ZIP of them.", name)


def _plain_name(name: str) -> str:
    return "".join(character for character in name if character.isprintable())[-200:] or "file"


def _free_name(name: str, texts: dict[str, str]) -> str:
    free, number = name, 2
    while free in texts:
        free, number = f"{name} ({number})", number + 1
    return free
