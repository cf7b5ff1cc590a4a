"""A process of its own for what takes long: layouts, and files to take along.

The server runs each visitor in a thread of one process, and a second of computing would be a second of waiting for
all. A worker process takes one call at a time, survives its own crashes (the next call starts a new process) and is
stopped when a call takes too long. It is a plain child process that reads pickled calls, not a process pool: a pool
would run the script that Streamlit calls `__main__` again in each child.
"""

import atexit
import contextlib
import logging
import pickle
import subprocess
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
ROOT = Path(__file__).resolve().parents[2]


LOG = logging.getLogger("landscape.worker")
TRIES = 2  # of a call whose process crashed
FAILED = "the drawing failed; try again, or show fewer services"


class WorkerError(RuntimeError):
    """The worker did not answer: the call failed, crashed or took too long."""


class _CrashError(Exception):
    """The process ended before it answered."""


class Worker:
    """Runs functions of this project in one child process, one after the other."""

    def __init__(self, name: str, seconds: float = 20.0) -> None:
        self.name = name
        self.starts = 0
        self._seconds = seconds
        self._turn = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        atexit.register(self.close)

    @property
    def restarts(self) -> int:
        """How often the process was started after the first time."""
        return max(0, self.starts - 1)

    def call(self, function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """The result of `function(*args)`, a module-level function with picklable arguments.

        A call whose process crashes is made once more.

        Errors: WorkerError where the function raises, crashes its process twice or takes longer than the worker's
        limit.
        """
        task = pickle.dumps((function, args, kwargs))
        for _ in range(TRIES):
            try:
                with self._turn:
                    result, problem = self._answer(task)
            except _CrashError as crash:
                LOG.error("the worker %s crashed: %s", self.name, crash)
                continue
            except TimeoutError as error:
                LOG.error("the worker %s took longer than %g s and was stopped", self.name, self._seconds)
                raise WorkerError("the drawing took too long; show fewer services and try again") from error
            if problem is not None:
                LOG.error("the worker %s failed: %s", self.name, problem)
                raise WorkerError(FAILED)
            return result  # type: ignore[no-any-return]
        raise WorkerError(FAILED)

    def _answer(self, task: bytes) -> tuple[Any, str | None]:
        process = self._running()
        is_late = threading.Event()

        def stop() -> None:
            is_late.set()
            process.kill()

        timer = threading.Timer(self._seconds, stop)
        timer.start()
        answered = False
        try:
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write(task)
            process.stdin.flush()
            answer: tuple[Any, str | None] = pickle.load(process.stdout)
            answered = True
        except (EOFError, OSError, ValueError, pickle.UnpicklingError) as error:  # ValueError: closed meanwhile
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(1)
            raise (TimeoutError() if is_late.is_set() else _CrashError(f"exit code {process.poll()}")) from error
        finally:
            timer.cancel()
            if not answered:  # a late answer must not be taken for that of the next call
                self.close()
        return answer

    def close(self) -> None:
        """Stop the child; the next call starts a new one."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    with contextlib.suppress(BrokenPipeError):
                        pipe.close()
            process.wait()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self.close()
            self.starts += 1
            self._process = subprocess.Popen(
                [sys.executable, "-m", "components.worker.worker"],
                cwd=ROOT,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        return self._process


LAYOUTS = Worker("layouts")
DRAWINGS = Worker("drawings")


def _serve() -> None:
    """The child's side: answer calls until the parent goes away."""
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr
    while True:
        try:
            function, args, kwargs = pickle.load(requests)
        except EOFError:
            return
        answer: tuple[Any, str | None]
        try:
            answer = function(*args, **kwargs), None
        except Exception as error:
            answer = None, _reason(error)
        pickle.dump(answer, answers)
        answers.flush()


def _reason(error: Exception) -> str:
    """What went wrong and where, without the error's own words, in which may stand what a visitor typed."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} in {Path(place.filename).name}, line {place.lineno}"


if __name__ == "__main__":
    _serve()
