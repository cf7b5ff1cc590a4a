"""Whoever pings and does not read the answers is cut off: uvicorn would keep the answers in memory, without end.

Pages do not ping, and a message that a slow page has not read yet holds back those that follow.
"""

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol as Line

_answer = Line.handle_ping


def cut_off_who_only_pings() -> None:
    """Let uvicorn answer a ping only while its answers are read."""
    setattr(Line, "handle_ping", _answer_or_cut)  # noqa: B010 - a method of another package


def _answer_or_cut(line: Line) -> None:
    if line.writable.is_set():
        _answer(line)
    else:
        line.transport.abort()
