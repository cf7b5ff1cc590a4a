"""When a picture is larger than a format can show."""


class TooLargeError(Exception):
    """One sentence that says what is too large, and what to take instead."""
