"""Learning: what a stop of a path shows, how long it takes, questions made from the catalog, and progress."""
