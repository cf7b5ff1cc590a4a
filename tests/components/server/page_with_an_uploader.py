"""A page that asks for a file, and the server that lets one through to it."""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from streamlit import runtime

from components.server.uploads import UploadGate

if runtime.exists() and runtime.get_instance().state.name != "INITIAL":
    st.file_uploader("A file")

app = st.App(Path(__file__), middleware=[Middleware(UploadGate)])
