"""What all scripts of the browser share, and how their modules reach it."""
