"""The room of the page "About the data"."""
