"""Measures the app beside the barest Streamlit page with one Plotly chart (the floor), in one run, and prints both.
It reports; it does not judge."""
