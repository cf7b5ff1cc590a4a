"""The address of the app as whoever asks sees it."""

import re

from starlette.datastructures import Headers
from starlette.types import Scope

from components.server.base_path import base_path
from components.server.configuration import configuration

HOST = re.compile(r"[\w.\-]+(:\d+)?|\[[\da-fA-F:]+\](:\d+)?", re.ASCII)


def site_of(scope: Scope) -> str:
    """The address of the first page, with the path of the app and without a slash at its end: the public address where
    it is configured, else the host that was asked, where that is one."""
    host = Headers(scope=scope).get("host", "")
    told_by_the_request = f"{scope['scheme']}://{host if HOST.fullmatch(host) else 'localhost'}{base_path()}"
    return configuration().public_url or told_by_the_request
