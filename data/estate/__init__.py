"""Somebody's own design, read from their templates: what is in it, how it is joined, and what to look at again."""
