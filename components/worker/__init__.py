"""A process of its own for work that a visitor must not wait for or be harmed by."""
