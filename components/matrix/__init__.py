"""The matrix of services and capabilities."""
