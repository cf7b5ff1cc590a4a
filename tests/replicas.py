"""Replicas of the app that a test may stop, kill and start again on the same port."""

import os
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from tests.conftest import ROOT, free_port

PATIENCE = 90.0


class Replica:
    """One process of the app on a port of its own, started from `folder`; its output gathers in `log`."""

    def __init__(self, log: Path, *options: str, folder: Path = ROOT, **environment: str) -> None:
        self.port = free_port()
        self.log = log
        self._options = options
        self._folder = folder
        self._environment = {**os.environ, **environment}
        self._process: subprocess.Popen[bytes] | None = None

    def set(self, **environment: str) -> None:
        """Add variables to its environment; they hold from the next start."""
        self._environment |= environment

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def text(self) -> str:
        """What the process has written so far."""
        return self.log.read_text("utf-8", "replace")

    def start(self, path: str = "/healthz") -> "Replica":
        """Start where it does not run, and wait until it answers at `path`."""
        if self._process is None:
            self.begin()
        self.wait(path)
        return self

    def begin(self) -> None:
        """Start without waiting."""
        command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "streamlit_app.py")]
        command += ["--server.port", str(self.port), "--server.address", "127.0.0.1", *self._options]
        with self.log.open("ab") as out:
            self._process = subprocess.Popen(
                command, cwd=self._folder, stdout=out, stderr=subprocess.STDOUT, env=self._environment
            )

    def wait(self, path: str = "/healthz") -> None:
        """Wait until it answers."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and self._process is not None and self._process.poll() is None:
            try:
                with urllib.request.urlopen(self.url + path, timeout=5) as answer:
                    if answer.status == 200:
                        return
            except OSError:
                time.sleep(0.1)
        raise RuntimeError(f"the replica did not start:\n{self.text}")

    def stop(self, *, kill: bool = False) -> None:
        """Stop; `kill` leaves it no time."""
        process, self._process = self._process, None
        if process is not None:
            if kill:
                process.kill()
            else:
                process.terminate()
            process.wait(30)

    def restart(self) -> None:
        """Kill, and start again."""
        self.stop(kill=True)
        self.start()
