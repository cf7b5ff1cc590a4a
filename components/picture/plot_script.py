"""The plot's script, which the app serves itself, straight from the package `plotly`."""

import plotly

SCRIPT = f"assets/plotly-{plotly.__version__}.min.js"  # below the root of the app
