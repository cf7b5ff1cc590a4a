"""Learning: the tour and the other paths, questions, cards of terms, progress, and the page for a lead."""
