"""The questions that end on a recommendation."""
