"""Few files are made at a time, and those that were made last are kept."""

import asyncio
from collections import OrderedDict

Made = tuple[bytes, str, str]  # A file, its name and its type.


class FullError(Exception):
    """As many wait as may."""


class Line:
    """Lets a few in at a time, in the order in which they came; a line that is full is told at once."""

    def __init__(self, at_a_time: int, most_waiting: int) -> None:
        self._free = asyncio.Semaphore(at_a_time)
        self._waiting, self._most = 0, at_a_time + most_waiting

    async def __aenter__(self) -> None:
        if self._waiting >= self._most:
            raise FullError
        self._waiting += 1
        try:
            await self._free.acquire()
        except BaseException:
            self._waiting -= 1
            raise

    async def __aexit__(self, *_: object) -> None:
        self._waiting -= 1
        self._free.release()


class Kept:
    """The files that were made last, as many as fit into so many bytes."""

    def __init__(self, most: int) -> None:
        self._most, self._size = most, 0
        self._files: OrderedDict[tuple[str, ...], Made] = OrderedDict()

    def __len__(self) -> int:
        return len(self._files)

    def get(self, key: tuple[str, ...]) -> Made | None:
        if key in self._files:
            self._files.move_to_end(key)
        return self._files.get(key)

    def put(self, key: tuple[str, ...], file: Made) -> None:
        if key in self._files or len(file[0]) > self._most:
            return
        self._files[key] = file
        self._size += len(file[0])
        while self._size > self._most:
            self._size -= len(self._files.popitem(last=False)[1][0])
