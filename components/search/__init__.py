"""The search of every page: the box with its suggestions, and the answer that they come from."""
