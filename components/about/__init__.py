"""The page about the data: how it came to be, how old it is, where official pages disagree."""
