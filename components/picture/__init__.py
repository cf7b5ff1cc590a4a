"""From a view to a picture: where boxes stand, how they look, the figure, and the component that shows it."""
