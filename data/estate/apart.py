"""Reading what strangers send: in a process of its own, with bounds of time and memory, and nothing written to disk.

One process waits with the libraries loaded; for each reading it makes a copy of itself, which reads, answers and
ends. So a reading begins at once, what it took of memory is gone with it, and a reading that goes astray takes nothing
along. Few read at a time, behind everybody else in the queue for the processor; the others wait for their turn, and
between two turns there is a rest, in which the server draws what came back and answers those who only click.
"""

from __future__ import annotations

import os
import pickle
import socket
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from data.estate.judging.assess import Result
from data.estate.judging.told import ToldResult, hear
from data.estate.opening.archive import opened
from data.estate.opening.limits import MAX_BYTES, SECONDS
from data.estate.opening.refused import Refused
from data.estate.records import Estate
from data.estate.values import Value

_ROOT = Path(__file__).resolve().parents[2]
# One processor stays free for clicks. A container sees all of its machine's, and memory for a few readings only.
_AT_ONCE = threading.BoundedSemaphore(min(2, max(1, (os.cpu_count() or 2) - 1)))
_LONGEST_REST = 0.5  # seconds
_LOCK = threading.Lock()
_FAILED = (
    "This could not be read within the bounds of time and memory; send less at once, or only the part that matters."
)


class _Nursery:
    """The waiting process, started at the first need."""

    def __init__(self) -> None:
        self.process: subprocess.Popen[bytes] | None = None
        self.line: socket.socket | None = None

    def hand(self, end: socket.socket) -> None:
        """Give one end of a pair of sockets to the waiting process, which answers on it."""
        with _LOCK:
            if self.process is None or self.process.poll() is not None or self.line is None:
                self._start()
            assert self.line is not None  # noqa: S101 (just started)
            try:
                socket.send_fds(self.line, [b"r"], [end.fileno()])
            except OSError:
                self._start()
                socket.send_fds(self.line, [b"r"], [end.fileno()])

    def _start(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.wait()
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
        environment = {"PATH": os.environ.get("PATH", ""), "PYTHONDONTWRITEBYTECODE": "1", "LANG": "C.UTF-8"}
        command = [sys.executable, "-m", "data.estate.nursery", str(theirs.fileno())]
        self.process = subprocess.Popen(
            command,
            pass_fds=[theirs.fileno()],
            cwd=_ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        theirs.close()
        self.line = ours


_NURSERY = _Nursery()


def warm_up() -> None:
    """Start the waiting process, so that the first reading does not have to."""
    with _LOCK:
        if _NURSERY.process is None:
            _NURSERY._start()


class Answer(BaseModel):
    """What the process that reads says."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    estate: Estate
    results: tuple[ToldResult, ...] = ()


@dataclass(frozen=True)
class Judged:
    """An estate, and the answers to all questions about it."""

    estate: Estate
    results: tuple[Result, ...]


def read_apart(files: Iterable[tuple[str, bytes]], given: Mapping[str, Value] | None = None) -> Judged:
    """What stands in the files and what is to be said about it, read and judged in a process of its own.

    Errors: Refused with one sentence, whatever goes wrong.
    """
    held = list(files)
    if sum(len(content) for _, content in held) > MAX_BYTES:
        opened(held)  # says in its own words what is too much
    with _turn():
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
        with ours:
            with theirs:
                _NURSERY.hand(theirs)
            ours.settimeout(SECONDS + 5)
            try:
                _send(ours, pickle.dumps((held, dict(given or {}))))
                answer = _receive(ours)
            except (OSError, EOFError) as error:
                raise Refused(_FAILED) from error
    kind, body = answer[:1], answer[1:]
    if kind == b"e":
        said = Answer.model_validate_json(body)
        return Judged(said.estate, hear(said.estate, said.results))
    sentence, file, line = body.decode("utf-8").split("\x1f") if kind == b"x" else (_FAILED, "", "")
    raise Refused(sentence, file, int(line) if line else None)


@contextmanager
def _turn() -> Iterator[None]:
    """Wait for a turn; the next one comes after a rest twice as long as this one took."""
    _AT_ONCE.acquire()
    begun = time.monotonic()
    try:
        yield
    finally:
        rest = threading.Timer(min(2 * (time.monotonic() - begun), _LONGEST_REST), _AT_ONCE.release)
        rest.daemon = True
        rest.start()


def _send(end: socket.socket, content: bytes) -> None:
    end.sendall(struct.pack("!Q", len(content)))
    end.sendall(content)


def _receive(end: socket.socket) -> bytes:
    (size,) = struct.unpack("!Q", _exactly(end, 8))
    return _exactly(end, size)


def _exactly(end: socket.socket, size: int) -> bytes:
    parts = []
    while size:
        part = end.recv(min(size, 1 << 20))
        if not part:
            raise EOFError
        parts.append(part)
        size -= len(part)
    return b"".join(parts)
