"""Many visitors at once, as websocket sessions that speak Streamlit's own protocol."""

import asyncio
import os
import time
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

R = TypeVar("R")
PATIENCE = 30.0
FINISHED = {
    ForwardMsg.ScriptFinishedStatus.FINISHED_SUCCESSFULLY,
    ForwardMsg.ScriptFinishedStatus.FINISHED_FRAGMENT_RUN_SUCCESSFULLY,
}


class Session:
    """One open page."""

    def __init__(self, url: str, query: str, page: str = "") -> None:
        self._url = url.replace("http", "ws") + "/_stcore/stream"
        self.query = query
        self.page = page
        self.fragment = ""

    async def open(self) -> None:
        self.socket = await websockets.connect(self._url, subprotocols=["streamlit"], max_size=None, compression=None)  # type: ignore[list-item]
        await self.rerun()

    async def close(self) -> None:
        """Leave the page."""
        if hasattr(self, "socket"):
            await self.socket.close()

    async def rerun(self, *, inside_fragment: bool = False) -> float:
        """Ask for a rerun, wait for its end; the seconds between."""
        message = BackMsg()
        message.rerun_script.query_string = self.query
        message.rerun_script.page_name = self.page
        if inside_fragment:
            message.rerun_script.fragment_id = self.fragment
        start = time.perf_counter()
        await self.socket.send(message.SerializeToString())
        while True:
            answer = ForwardMsg()
            answer.ParseFromString(await asyncio.wait_for(self.socket.recv(), PATIENCE))  # type: ignore[arg-type]
            if answer.WhichOneof("type") == "delta" and answer.delta.fragment_id:
                self.fragment = answer.delta.fragment_id
            if answer.WhichOneof("type") == "script_finished" and answer.script_finished in FINISHED:
                return time.perf_counter() - start


async def _measure(url: str, query: str, sessions: int, times: int, inside_fragment: bool) -> list[float]:
    every = [Session(url, query) for _ in range(sessions)]
    for session in every:
        await session.open()
    seconds: list[float] = []
    for _ in range(times):
        seconds += await asyncio.gather(*(session.rerun(inside_fragment=inside_fragment) for session in every))
    for session in every:
        await session.socket.close()
    return seconds


def apart(work: Coroutine[Any, Any, R]) -> R:
    """Run `work` in a thread of its own: Playwright has an event loop in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


def rerun_seconds(url: str, query: str, *, sessions: int, times: int, inside_fragment: bool) -> list[float]:
    """Seconds that each session waits for its rerun when all ask at once, `times` times."""
    return apart(_measure(url, query, sessions, times, inside_fragment))


def memory_per_session(url: str, query: str, sessions: int) -> float:
    """Bytes by which the server's memory grows for each open session after the first, which loads what all share."""
    return apart(_memory(url, query, sessions))


async def _memory(url: str, query: str, sessions: int) -> float:
    first = Session(url, query)
    await first.open()
    before = resident(url)
    every = [Session(url, query) for _ in range(sessions)]
    for session in every:
        await session.open()
    grown = (resident(url) - before) / sessions
    for session in (first, *every):
        await session.socket.close()
    return grown


def resident(url: str) -> float:
    """Resident memory, in bytes, of the process that listens at `url` (Linux)."""
    port = f"{int(url.rpartition(':')[2]):04X}"
    inodes = {
        line.split()[9]
        for line in Path("/proc/net/tcp").read_text("utf-8").splitlines()[1:]
        if line.split()[1].endswith(f":{port}") and line.split()[3] == "0A"
    }
    wanted = {f"socket:[{inode}]" for inode in inodes}
    for process in Path("/proc").glob("[0-9]*"):
        if wanted & set(_open_files(process)):
            return float((process / "statm").read_text("utf-8").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    raise LookupError(f"no process of this machine listens at {url}")


def _open_files(process: Path) -> Iterator[str]:
    """What a process has open; it opens and closes files meanwhile, and may be gone."""
    with suppress(OSError):
        for link in (process / "fd").iterdir():
            with suppress(OSError):
                yield str(link.readlink())
