"""The landscape: the map with its toolbar, panel and tables."""
