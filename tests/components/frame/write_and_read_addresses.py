"""A page that writes many questions to its address, one after the other, and remembers what it then reads there."""

import streamlit as st

from components.frame.address import Address
from components.landscape.address import PARAMETERS, read_question, write_question
from data.catalog import catalog
from tests.components.frame.test_address import many_questions

st.session_state["back"] = []
for question in many_questions():
    write_question(question)
    address = Address.of_this_page(PARAMETERS, catalog())
    st.session_state["back"].append((read_question(address, catalog()), address.dropped, sorted(st.query_params)))
