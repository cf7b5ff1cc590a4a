"""The scripts in the first file: one says when the page stands, the other what nothing else on the page can tell, that
it stayed empty, or that its line to the server is down."""

from pathlib import Path

FOLDER = Path(__file__).parent
SCRIPTS = tuple((FOLDER / name).read_text("utf-8").strip() for name in ("first_sight.js", "page_notice.js"))
