"""The script in the first file that tells what nothing else on the page can tell.

That is: the page stayed empty, or its line to the server is down.
"""

from pathlib import Path

SCRIPT = Path(__file__).with_suffix(".js").read_text("utf-8").strip()
