"""The AWS Data Landscape as an ASGI app: `streamlit run streamlit_app.py`, or any ASGI server with
`streamlit_app:app`."""

import streamlit as st

from components.server.options import apply_options
from components.server.routes import FRAME, lifespan, middleware, routes, stop_if_the_catalog_is_broken

apply_options()
stop_if_the_catalog_is_broken()
app = st.App(FRAME, routes=routes(), middleware=middleware(), lifespan=lifespan)
