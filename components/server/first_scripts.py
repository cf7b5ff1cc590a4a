"""The scripts in the first file: one says when the page stands, one what nothing else on the page can tell, that it
stayed empty, or that its line to the server is down, one has the plot's script read meanwhile, and one says where the
server is."""

from pathlib import Path

FOLDER = Path(__file__).parent
NAMES = ("where_the_server_is.js", "first_sight.js", "page_notice.js", "plot_ahead.js")
SCRIPTS = tuple((FOLDER / name).read_text("utf-8").strip() for name in NAMES)
