"""The use cases: gallery, walkthrough, presentation."""
