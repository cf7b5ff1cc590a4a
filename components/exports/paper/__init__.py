"""The picture on paper: PDF, and PNG."""
