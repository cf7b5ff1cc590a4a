"""What the landscape shows for a question: filters, view, graph, walks."""
