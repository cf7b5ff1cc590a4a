"""The script and the style sheet of the graph, for the screen and for the offline page."""

from pathlib import Path

import plotly

HERE = Path(__file__).resolve().parent

# One script in several files; `graph.js` has the function that Streamlit calls.
JS = "\n".join(
    (HERE / "plot" / f"{name}.js").read_text(encoding="utf-8")
    for name in ("graph", "item_list", "pinch", "keys", "geometry", "line")
)

# Below the root of the app; `components.server.routes` serves the script there, straight from the package
# `plotly`.
SCRIPT = f"assets/plotly-{plotly.__version__}.min.js"
CSS = (HERE / "graph.css").read_text("utf-8")
