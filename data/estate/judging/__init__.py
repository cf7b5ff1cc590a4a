"""Findings: questions put to an estate, with answers that tell what is not known."""
