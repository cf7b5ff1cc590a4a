"""The script and the style sheet of the graph, for the screen and for the offline page."""

from pathlib import Path

import plotly

from components.scripts.modules import script_of

HERE = Path(__file__).resolve().parent
DRAW_GRAPH = HERE / "scripts" / "graph.js"
JS = script_of(DRAW_GRAPH)

# Below the root of the app; `components.server.routes` serves the script there, straight from the package
# `plotly`.
SCRIPT = f"assets/plotly-{plotly.__version__}.min.js"
CSS = (HERE / "graph.css").read_text("utf-8")
