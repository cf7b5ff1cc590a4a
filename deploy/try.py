"""Starts the app as it is installed, opens every page, reads every example and takes every file: nothing that was left
out of the installation may be missed. Run by its own Python, in the folder of the app; 1 and what failed otherwise."""

import os
import re
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from socket import create_server
from urllib.error import HTTPError

sys.dont_write_bytecode = True
sys.path.insert(0, "")

from streamlit.proto.BackMsg_pb2 import BackMsg  # noqa: E402
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg  # noqa: E402
from websockets.sync.client import connect  # noqa: E402

from components.about.address import SECTIONS  # noqa: E402
from components.exports.formats import formats_of  # noqa: E402
from components.frame.menu import PAGES  # noqa: E402
from data.catalog import catalog  # noqa: E402
from data.costs.question import models  # noqa: E402
from data.estate.examples import EXAMPLES  # noqa: E402

PATIENCE = 120.0


def pages() -> Iterator[tuple[str, str]]:
    """The addresses of pages, as path and query: each as it begins, and with what else it draws."""
    use_case, (one, other, *_) = next(iter(catalog().use_cases)), catalog().services
    yield from ((page.path, "") for page in PAGES)
    yield from (("estate", f"example={example.id}") for example in EXAMPLES)
    yield from (("costs", f"model={model}") for model in models(catalog()))
    yield from (("use-cases", f"use_case={use_case}{more}") for more in ("", "&step=1", "&present=1"))
    yield from (("sources", f"section={section}") for section in SECTIONS)
    yield "", f"service={one}&depth=2"
    yield "", f"from={one}&to={other}"
    yield "services", f"service={one}"
    yield "compare", f"service={one}&service={other}"


def files() -> Iterator[str]:
    """The addresses of everything that can be taken along."""
    use_case = next(iter(catalog().use_cases))
    for view, walks in (("landscape", False), ("use-cases", True)):
        yield from (f"/export/{view}.{kind.name}?use_case={use_case}" for kind in formats_of(walks=walks))
    yield from (f"/export/landscape.{more}" for more in ("svg?letters=outlined", "pdf?paper=A4", "drawio?shapes=aws"))
    yield f"/small-map/use-case.svg?use_case={use_case}"
    yield from ("/api/catalog.json", "/api/search?q=throttled", "/changes.atom", "/healthz")


def fault_of_page(port: int, path: str, query: str) -> str:
    """What is wrong with a page; "" where it is drawn without an exception."""
    message = BackMsg()
    message.rerun_script.page_name, message.rerun_script.query_string = path, query
    address = f"ws://127.0.0.1:{port}/_stcore/stream"
    with connect(address, subprotocols=["streamlit"], max_size=None) as line:  # type: ignore[list-item]
        line.send(message.SerializeToString())
        while True:
            answer = ForwardMsg()
            answer.ParseFromString(bytes(line.recv(PATIENCE)))  # type: ignore[arg-type]
            if answer.delta.new_element.HasField("exception"):
                return "it shows an exception"
            if answer.WhichOneof("type") == "script_finished":
                return "" if answer.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY else "it did not end"


def fault_of_file(port: int, address: str) -> str:
    """What is wrong with a file; "" where it comes and is not empty."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{address}", timeout=PATIENCE) as answer:
            return "" if answer.read() else "it is empty"
    except HTTPError as error:
        return f"{error.code} {error.read()[:200].decode('utf-8', 'replace').strip()}"


def wait(port: int, server: "subprocess.Popen[bytes]") -> None:
    """Wait until a visitor can be taken."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and server.poll() is None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=PATIENCE):
                return
        except OSError:
            time.sleep(0.2)
    raise SystemExit("the app does not start")


def main() -> int:
    """Try all of it."""
    with create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    settings = {"STREAMLIT_SERVER_PORT": str(port), "STREAMLIT_SERVER_ADDRESS": "127.0.0.1"}
    with tempfile.TemporaryFile() as log:
        command = [sys.executable, "-m", "components.server"]
        environment = os.environ | settings | {"PYTHONDONTWRITEBYTECODE": "1"}
        with subprocess.Popen(command, env=environment, stdout=log, stderr=log) as server:  # noqa: S603
            try:
                wait(port, server)
                found = {f"/{path}?{query}": fault_of_page(port, path, query) for path, query in pages()}
                found |= {address: fault_of_file(port, address) for address in files()}
            finally:
                server.terminate()
        log.seek(0)
        told = log.read().decode("utf-8", "replace").splitlines()
    faults = [f"{address}: {fault}" for address, fault in found.items() if fault]
    faults += sorted({error for line in told for error in re.findall(r"\b\w+Error: [^\\\"]{1,200}", line)})
    sys.stdout.write("\n".join([*faults, f"tried {len(found)} addresses, {len(faults)} faults", ""]))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
