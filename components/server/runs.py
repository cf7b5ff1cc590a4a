"""The runs of one open page, told from the messages that go both ways, and counted."""

import time
from dataclasses import dataclass, field
from functools import cache
from hashlib import md5

from google.protobuf.message import DecodeError
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from components.frame.menu import PAGES
from components.server.logs import tell
from components.server.metrics import RUNS

LONGEST_END_OF_A_RUN = 400  # bytes; longer messages tell of what is drawn
_FINISHED = frozenset(
    {
        ForwardMsg.FINISHED_SUCCESSFULLY,
        ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY,
        ForwardMsg.FINISHED_WITH_COMPILE_ERROR,
    }
)


@dataclass
class Runs:
    """The runs of one open page."""

    request_id: str
    ended: int = 0
    waiting: list[tuple[str, str, float]] = field(default_factory=list)

    def question(self, data: bytes) -> None:
        """A message of the page."""
        message = BackMsg()
        try:
            message.ParseFromString(data)
        except DecodeError:
            return
        if message.WhichOneof("type") == "rerun_script":
            wanted = message.rerun_script
            page = _pages_by_hash().get(
                wanted.page_script_hash, wanted.page_name if wanted.page_name in paths() else ""
            )
            self.waiting.append((page or "landscape", "part" if wanted.fragment_id else "whole", time.perf_counter()))

    def answer(self, data: bytes) -> None:
        """A message to the page, no longer than LONGEST_END_OF_A_RUN."""
        message = ForwardMsg()
        try:
            message.ParseFromString(data)
        except DecodeError:
            return
        if message.WhichOneof("type") == "script_finished" and message.script_finished in _FINISHED and self.waiting:
            # Questions that came while a run was going on are answered by the run that ends last.
            page, part, start = self.waiting[0]
            self.waiting.clear()
            self.ended += 1
            seconds = time.perf_counter() - start
            RUNS.labels(page, part).observe(seconds)
            tell("run", page=page, part=part, ms=seconds * 1000, id=self.request_id)


@cache
def paths() -> frozenset[str]:
    """The paths of the pages."""
    return frozenset(page.path for page in PAGES)


@cache
def _pages_by_hash() -> dict[str, str]:
    """Streamlit names a page by the hash of its path."""
    return {md5(page.path.encode(), usedforsecurity=False).hexdigest(): page.path or "landscape" for page in PAGES}
