"""Learn: a guided tour, paths for several roles, and questions made from the facts."""

from components.learn.page import show_learning
from data.catalog import catalog

show_learning(catalog())
