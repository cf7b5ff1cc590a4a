"""Commands that write or check data."""
