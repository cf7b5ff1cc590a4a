"""The plot's script, compressed as well as it goes. That takes seconds, so whoever installs the app does it once, with
`python -m components.server.packed_plot`; where nobody did, the server does it, outside anybody's wait."""

import os
from pathlib import Path

import brotli
import plotly

from components.picture.plot_script import SCRIPT

PLOT_SCRIPT = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
PACKED = PLOT_SCRIPT.with_name(f"{Path(SCRIPT).name}.br")  # bears its version: another one is never taken for it
QUALITY = 10


def packed_by_the_installation() -> bytes | None:
    """The compressed script, or None where it was not installed."""
    return PACKED.read_bytes() if PACKED.is_file() else None


def pack() -> bytes:
    """Compress the script, which takes seconds."""
    packed: bytes = brotli.compress(PLOT_SCRIPT.read_bytes(), quality=QUALITY)
    return packed


if __name__ == "__main__":
    if not PACKED.is_file():
        whole = PACKED.with_name(f"{PACKED.name}.{os.getpid()}")
        whole.write_bytes(pack())
        whole.replace(PACKED)
