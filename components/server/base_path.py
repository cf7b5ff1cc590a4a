"""The path below which the app lives, such as `/atlas`; Streamlit's option `server.baseUrlPath` names it."""

import os

from streamlit import config

_VARIABLE = "STREAMLIT_SERVER_BASE_URL_PATH"


def base_path() -> str:
    """The path with a slash before it and none behind it; empty at the root of a host."""
    path = str(config.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{path}" if path else ""


def take_base_path_from_the_environment() -> None:
    """Streamlit's command line reads the variable; an ASGI server that is started without it does not."""
    if not base_path() and os.environ.get(_VARIABLE):
        config.set_option("server.baseUrlPath", os.environ[_VARIABLE], _VARIABLE)


def below_the_base(path: str) -> str | None:
    """A path without the base path; None where it is not below it."""
    base = base_path()
    return path.removeprefix(base) if path == base or path.startswith(f"{base}/") else None
