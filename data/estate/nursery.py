"""The process that waits to read: for each reading a copy of it, which bounds itself, reads, answers and ends."""

from __future__ import annotations

import contextlib
import gc
import os
import pickle
import resource
import signal
import socket
import sys

from data.catalog import catalog
from data.estate.apart import Answer, _receive, _send
from data.estate.judging.assess import assess
from data.estate.judging.told import tell
from data.estate.opening.limits import CPU_SECONDS, MEMORY_BYTES, SECONDS
from data.estate.opening.refused import Refused
from data.estate.read import read_estate
from data.estate.sorts import sorts


def wait(line: socket.socket) -> None:
    """Make a copy for each reading, until the other side is gone."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    while True:
        message, ends, _, _ = socket.recv_fds(line, 1, 1)
        if not message:
            return
        for end in ends:
            if os.fork() == 0:
                line.close()
                _answer(socket.socket(fileno=end))
            os.close(end)


def _answer(end: socket.socket) -> None:
    _bound()
    try:
        answer = _read(_receive(end))
    except MemoryError:
        answer = b"m"
    with contextlib.suppress(OSError):
        _send(end, answer)
    os._exit(0)


def _bound() -> None:
    """No more time and memory than the limits say, no files written, and behind everybody else in the queue for the
    processor."""
    os.nice(19)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.alarm(SECONDS)
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.setrecursionlimit(4000)


def _read(request: bytes) -> bytes:
    files, given = pickle.loads(request)  # noqa: S301 (from our own parent, which made it)
    try:
        estate = read_estate(files, given)
        answer = Answer(estate=estate, results=tell(estate, assess(estate)))
        return b"e" + answer.model_dump_json(exclude_defaults=True).encode("utf-8")
    except Refused as refused:
        return b"x" + "\x1f".join([refused.sentence, refused.file, str(refused.line or "")]).encode("utf-8")
    except RecursionError:
        return b"x" + b"This is nested deeper than a template can be.\x1f\x1f"


if __name__ == "__main__":
    sorts()
    catalog()
    gc.freeze()
    wait(socket.socket(fileno=int(sys.argv[1])))
