"""What the tests make the Graphviz worker do: functions of a module, because the child process has to find them."""

import os
import time
from pathlib import Path


def double(number: int) -> int:
    return 2 * number


def own_process(_: int) -> int:
    return os.getpid()


def hang(seconds: float) -> None:
    time.sleep(seconds)


def die(status: int) -> None:
    os._exit(status)


def die_the_first_time(sign: str) -> str:
    if Path(sign).exists():
        return "alive"
    Path(sign).touch()
    os._exit(1)


def fail(words: str) -> None:
    raise ValueError(words)


def answer_what_cannot_be_sent(number: int) -> object:
    return lambda: number
