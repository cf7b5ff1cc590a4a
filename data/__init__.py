"""What is true: the records of the landscape, and the functions that read, filter and search them. Imports neither
Streamlit nor Plotly."""
