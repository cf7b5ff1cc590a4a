"""The project's own Streamlit options, however the app is started.

Streamlit reads `.streamlit/config.toml` from the working directory and from the folder of the script that `streamlit
run` is given. An ASGI server that was started elsewhere finds neither, and the app would appear in Streamlit's own
colours, with its developer's toolbar.
"""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from streamlit import config

OPTIONS = Path(__file__).resolve().parents[2] / ".streamlit" / "config.toml"


def apply_options() -> None:
    """Set every option of the project's file, except those given on the command line or in the environment."""
    for name, value in options_in(tomllib.loads(OPTIONS.read_text("utf-8"))):
        if not _given_at_the_start(config.get_where_defined(name)):
            config.set_option(name, value, str(OPTIONS))


def options_in(tables: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    """Names, with the names of their tables before them, and values of the options in a TOML document."""
    for name, value in tables.items():
        if isinstance(value, Mapping):
            yield from options_in(value, f"{above}{name}.")
        else:
            yield f"{above}{name}", value


def _given_at_the_start(where_defined: str) -> bool:
    return "command-line" in where_defined or "environment" in where_defined
