"""The AWS Data Landscape as an ASGI app: `streamlit run streamlit_app.py`, or any ASGI server with `streamlit_app:app`."""

import streamlit as st

from components.server import FRAME, lifespan, middleware, routes

app = st.App(FRAME, routes=routes(), middleware=middleware(), lifespan=lifespan)
