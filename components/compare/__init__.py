"""The page that compares services side by side."""
