"""Matrix: services by capability, what each condition is, and which services have all that is asked for."""

from components.matrix.page import show_matrix
from data.catalog import catalog

show_matrix(catalog())
