"""What is shown, to take along: one writer for each format."""
