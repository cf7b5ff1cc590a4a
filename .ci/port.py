"""Exit with one sentence where a port cannot be used."""

import socket
import sys


def problem_with(port: str) -> str | None:
    """What keeps the app from listening on `port`, in one sentence; None where nothing does."""
    if not port.isdecimal() or not 1 <= int(port) <= 65535:
        return f"PORT={port} is not a port: give a whole number from 1 to 65535, for example PORT=8502."
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("", int(port)))
        except OSError:
            return (
                f"Port {port} is taken or not allowed: stop what uses it, or choose "
                f"another one, for example make run PORT={int(port) % 65535 + 1}."
            )
    return None


if __name__ == "__main__":
    sys.exit(problem_with(sys.argv[1]))
