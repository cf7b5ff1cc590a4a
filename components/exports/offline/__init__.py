"""The web page that works without a network."""
