"""Pages that are opened without a browser, and what is sent by them."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

from tests.http_answers import Answer, ask
from tests.replicas import Replica


@contextmanager
def opened(replica: Replica, *, run: bool = False) -> Iterator[str]:
    """An open page of the replica, and the id of its session where it has been run."""
    with page_at(f"{replica.url}/atlas", run=run) as session:
        yield session


@contextmanager
def page_at(url: str, *, run: bool = False) -> Iterator[str]:
    address = url.replace("http", "ws") + "/_stcore/stream"
    with connect(address, subprotocols=["streamlit"], max_size=None) as page:  # type: ignore[list-item]
        session = ""
        message = BackMsg()
        message.rerun_script.query_string = "service=dax&q=a-secret-word"
        is_running = run
        if run:
            page.send(message.SerializeToString())
        while is_running:
            answer = ForwardMsg()
            answer.ParseFromString(bytes(page.recv(timeout=60)))  # type: ignore[arg-type]
            session = answer.new_session.initialize.session_id or session
            is_running = answer.WhichOneof("type") != "script_finished"
        yield session


def wait_for_room(replica: Replica) -> None:
    until = time.monotonic() + 10
    while ask(replica.url, "/readyz").status != 200 and time.monotonic() < until:
        time.sleep(0.1)


def send_a_file(url: str, session: str) -> Answer:
    token = ask(url, "/_stcore/health").all("set-cookie")[0].split(";")[0]
    headers = {
        "Cookie": token,
        "X_Xsrftoken": token.partition("=")[2],
        "Content_Type": "multipart/form-data; boundary=x",
    }
    body = b'--x\r\nContent-Disposition: form-data; name="f"; filename="f"\r\n\r\nhello\r\n--x--\r\n'
    return ask(url, f"/_stcore/upload_file/{session}/some-file", "PUT", body, **headers)
