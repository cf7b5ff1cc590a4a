"""Files that no page asked for are refused before a byte of them is read."""

import logging

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from components.server.logs import tell
from components.server.sessions import may_upload

_UPLOAD = "/_stcore/upload_file/"


class UploadGate:
    """Lets a file through only to a session whose page shows an uploader."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["method"] == "PUT" and _UPLOAD in scope["path"]:
            session_id = scope["path"].partition(_UPLOAD)[2].partition("/")[0]
            if not may_upload(session_id):
                tell("refused a file that no page asked for", logging.WARNING)
                refusal = PlainTextResponse(
                    "No open page asks for a file.\n", status_code=403, headers={"Connection": "close"}
                )
                await refusal(scope, receive, send)
                return
        await self.app(scope, receive, send)
