"""One line an event, as text or as JSON, from the app and from all that it runs on.

Lines tell what happened, never what a visitor looked for or, unless asked to, where a visitor is.
"""

import json
import logging
import sys
import time
from typing import Any

import streamlit.logger
import uvicorn.config

from components.server.configuration import Configuration

EVENTS = logging.getLogger("landscape")
_OURS = "fields"
LONGEST = 8000  # letters of a message or a traceback; some of Streamlit's repeat whatever a page has sent


def tell(event: str, level: int = logging.INFO, **fields: Any) -> None:
    """Log an event with its fields."""
    EVENTS.log(level, event, extra={_OURS: fields})


class OneLine(logging.Formatter):
    """A record as one line: time (UTC), level, event, fields; a traceback is folded into the line."""

    def __init__(self, *_: Any, as_json: bool = False, **__: Any) -> None:
        super().__init__()
        self.as_json = as_json

    def format(self, record: logging.LogRecord) -> str:
        at = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created)) + f".{int(record.msecs):03d}Z"
        fields: dict[str, Any] = dict(getattr(record, _OURS, {}))
        if record.name != EVENTS.name:
            fields["logger"] = record.name
        if record.exc_info:
            fields["error"] = _cut(self.formatException(record.exc_info))
        event = _cut(record.getMessage())
        if self.as_json:
            line = {"time": at, "level": record.levelname.lower(), "event": event, **fields}
            return json.dumps(line, ensure_ascii=False, default=str)
        told = " ".join(f"{name}={_folded(value)}" for name, value in fields.items())
        return f"{at} {record.levelname.lower():<7} {_folded(event, quote=False)} {told}".rstrip()


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]} ... ({len(text)} letters)"


def _folded(value: object, *, quote: bool = True) -> str:
    text = (
        str(value).replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")
        if not isinstance(value, float)
        else f"{value:.1f}"
    )
    return json.dumps(text, ensure_ascii=False) if quote and (" " in text or "=" in text or not text) else text


def _says_nothing_of_visitors(record: logging.LogRecord) -> bool:
    """Uvicorn tells of every request with its query, and of every websocket with the address of its visitor, Streamlit
    of every run that failed with the words that it failed over; the app's own lines tell what is needed of them."""
    told = record.getMessage()
    is_of_a_visitor = told.startswith(("connection open", "connection closed", "Uncaught app execution"))
    return record.name != "uvicorn.access" and not is_of_a_visitor and '"WebSocket ' not in told


def _is_no_failure(record: logging.LogRecord) -> bool:
    """Uvicorn tells with a traceback, as an error, that somebody sent text that is none; it ends that line, and all is
    well."""
    if record.getMessage().startswith("Invalid UTF-8 sequence"):
        record.levelno, record.levelname, record.exc_info = logging.WARNING, "WARNING", None
    return True


class OnceAMinute:
    """Lets what asyncio tells every second while no file handle is left through once a minute."""

    EVERY = 60.0  # seconds

    def __init__(self) -> None:
        self._told = -self.EVERY

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether a record is written."""
        if record.name != "asyncio" or not record.getMessage().startswith("socket.accept() out of system resource"):
            return True
        if time.monotonic() - self._told < self.EVERY:
            return False
        self._told = time.monotonic()
        return True


def set_up_logs(settings: Configuration) -> None:
    """Give every logger of the process the one form and the one level."""
    formatter = OneLine(as_json=settings.log == "json")
    level = settings.log_level.upper()

    def give_form(logger: logging.Logger) -> None:
        for handler in list(logger.handlers):
            logger.removeHandler(handler)
        handler = logging.StreamHandler(sys.stderr)
        handler.setFormatter(formatter)
        handler.addFilter(_says_nothing_of_visitors)
        handler.addFilter(OnceAMinute())
        logger.addHandler(handler)

    give_form(EVENTS)
    give_form(logging.getLogger())
    EVENTS.setLevel(level)
    EVENTS.propagate = False
    streamlit.logger.setup_formatter = give_form
    streamlit.logger.update_formatter()
    streamlit.logger.set_log_level(level)
    for name in ("default", "access"):
        uvicorn.config.LOGGING_CONFIG["formatters"][name] = {"()": OneLine, "as_json": formatter.as_json}
    for handler in uvicorn.config.LOGGING_CONFIG["handlers"].values():
        handler["stream"] = "ext://sys.stderr"
    logging.getLogger("uvicorn.error").addFilter(_says_nothing_of_visitors)
    logging.getLogger("uvicorn.error").addFilter(_is_no_failure)
    logging.getLogger("uvicorn.access").addFilter(_says_nothing_of_visitors)
