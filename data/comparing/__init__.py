"""Services side by side: rows, figures as quantities, the matrix of capabilities."""
