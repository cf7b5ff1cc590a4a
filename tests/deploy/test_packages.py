"""The lock and the list of licences are those of requirements.txt."""

import re

from tests.conftest import ROOT

ENTRY = re.compile(
    r"^([A-Za-z0-9._-]+)==([\w.+]+)[^\n]*\\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.MULTILINE
)


def _same(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _locked() -> dict[str, set[str]]:
    """Name to versions: one, or several for different versions of Python."""
    found: dict[str, set[str]] = {}
    for name, version, _ in ENTRY.findall((ROOT / "requirements.lock").read_text("utf-8")):
        found.setdefault(_same(name), set()).add(version)
    return found


def test_the_lock_holds_every_required_package_in_its_version_and_each_with_hashes() -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    required = [line.split("==") for line in (ROOT / "requirements.txt").read_text("utf-8").split()]
    locked = _locked()
    assert [name for name, version in required if version not in locked.get(_same(name), ())] == [], "run make lock"
    assert sum(map(len, locked.values())) == len(re.findall(r"^[A-Za-z0-9]", lock, re.MULTILINE))


def test_the_licence_of_every_locked_package_is_listed() -> None:
    rows = re.findall(
        r"^\| ([\w.-]+) \| ([\w.+]+) \| ([^|]+) \|", (ROOT / "docs" / "licences.md").read_text("utf-8"), re.MULTILINE
    )
    listed = {_same(name): version for name, version, _ in rows}
    only_elsewhere = {"colorama", "tzdata"}  # on Windows
    assert [
        name for name, versions in _locked().items() if listed.get(name) not in versions and name not in only_elsewhere
    ] == [], "run make licences"
    assert [name for name, _, licence in rows if not licence.strip() or licence.strip().upper() == "UNKNOWN"] == []
