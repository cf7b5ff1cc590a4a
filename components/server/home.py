"""A home for a user who has none: containers run as numbers that no passwd file knows, and Streamlit asks for a
home."""

import os
import tempfile
from pathlib import Path


def find_a_home() -> None:
    """Set HOME to the folder of temporary files where there is no home."""
    try:
        Path.home()
    except RuntimeError:
        os.environ["HOME"] = tempfile.gettempdir()
