"""Tools of others that read what is exported; where one is not there, its tests are skipped, and the summary of the
tests says how many and why."""

import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest

from tests.app_pages import ROOT

MERMAID_VERSION = "11.17.2"


def tool(name: str) -> str:
    """The path of a program; skips the test where it is not installed."""
    path = shutil.which(name)
    if path is None:
        pytest.skip(f"{name} is not installed: nothing of others has read this format")
    return path


def run_tool(name: str, *arguments: str, given: bytes = b"") -> bytes:
    """What a program prints; fails where the program does."""
    done = subprocess.run([tool(name), *arguments], input=given, capture_output=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr.decode()[:2000]
    return done.stdout


@cache
def mermaid_script() -> str | None:
    """Mermaid's script from its package, fetched once by npm; None where that fails."""
    folder = ROOT / ".venv" / "tools-of-others"
    script = folder / "package" / "dist" / "mermaid.min.js"
    if not script.exists() and shutil.which("npm"):
        folder.mkdir(parents=True, exist_ok=True)
        packed = subprocess.run(
            ["npm", "pack", f"mermaid@{MERMAID_VERSION}", "--silent"],
            cwd=folder,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        if packed.returncode == 0:
            shutil.unpack_archive(folder / Path(packed.stdout.split()[-1]), folder)
    return script.read_text("utf-8") if script.exists() else None
