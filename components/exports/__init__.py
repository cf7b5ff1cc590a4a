"""What is shown, as files to take along: one module a format, each a pure function of an `ExportRecord` that needs no Streamlit."""
