"""Limits: every limit of every service in one table, by service, category, size and what can be raised."""

import streamlit as st

from components.frame.page_head import page_head
from components.limits.address import limits_of_this_page
from components.limits.filters import limit_filters
from components.limits.rows import show_limit_rows
from data.catalog import catalog


@st.fragment
def show_limits() -> None:
    """All of the page: a filter draws this again, and not the frame around it."""
    address, wanted = limits_of_this_page(catalog())
    page_head("Limits")
    address.notice()
    limit_filters(catalog(), wanted)
    show_limit_rows(catalog(), wanted)


show_limits()
