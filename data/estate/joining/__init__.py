"""Connections between resources, each with its evidence."""
