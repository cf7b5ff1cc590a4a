"""Starts the app as `streamlit run` does, for users without a home too: `python -m components.server [options]`."""

import os
import signal
import sys
from pathlib import Path

from components.server.home import find_a_home

ROOT = Path(__file__).resolve().parents[2]


def main() -> None:
    """Hand over to Streamlit's command line."""
    # A container's first process goes on at SIGTERM unless it says otherwise, and the server says so seconds later.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    find_a_home()
    if os.environ.get("LANDSCAPE_LOG") == "json":  # Streamlit greets in several lines of text
        os.environ.setdefault("STREAMLIT_LOGGER_HIDE_WELCOME_MESSAGE", "true")
    from streamlit.web.cli import main as streamlit  # noqa: PLC0415 (it asks for the home while it is imported)

    streamlit(
        ["run", str(ROOT / "streamlit_app.py"), *sys.argv[1:]], auto_envvar_prefix="STREAMLIT", prog_name="streamlit"
    )


if __name__ == "__main__":
    main()
