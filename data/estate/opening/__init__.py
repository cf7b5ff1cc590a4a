"""Getting from what was dropped to texts: archives, formats, bounds, and what is never shown."""
