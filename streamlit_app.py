"""The AWS Data Landscape as an ASGI app: `streamlit run streamlit_app.py`, or any ASGI server with
`streamlit_app:app`."""

import streamlit as st

from components.server.start import FRAME, prepare, surroundings

prepare()
app = st.App(FRAME, **surroundings())
