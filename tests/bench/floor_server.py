"""How the floor is started."""

import sys
from pathlib import Path

FLOOR = Path(__file__).with_name("floor.py")


def floor_command(port: int) -> list[str]:
    """The command line of the floor on a port."""
    options = [
        "--server.port",
        str(port),
        "--server.address",
        "127.0.0.1",
        "--server.headless",
        "true",
        "--server.fileWatcherType",
        "none",
    ]
    return [sys.executable, "-m", "streamlit", "run", str(FLOOR), "--browser.gatherUsageStats", "false", *options]
