"""The floor: the barest Streamlit page with a Plotly chart that answers a click with a text."""

import plotly.graph_objects as go
import streamlit as st

figure = go.Figure(
    go.Scatter(
        x=[1, 2, 3, 4],
        y=[1, 3, 2, 4],
        mode="markers",
        marker={"size": 40},
        customdata=["Zebra", "Quail", "Walrus", "Yak"],
    )
)
event = st.plotly_chart(figure, key="chart", on_select="rerun")
st.write("Chosen: " + ", ".join(str(point["customdata"]) for point in event.selection.points))
