"""The app starts the same from anywhere, or not at all."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.NewSession_pb2 import Config, NewSession
from websockets.sync.client import connect

from components.picture.plot_script import SCRIPT
from components.server.headers import EMBEDDING_HOSTS
from components.server.options import OPTIONS, options_in
from data.records import Catalog
from tests.components.server.answers import policy_of
from tests.components.server.conftest import THEIR_HOST
from tests.conftest import ROOT, free_port, running_app
from tests.http_answers import ask


def _new_session(url: str) -> NewSession:
    """What the server tells a browser at the start of its first run: options and theme."""
    with connect(url.replace("http", "ws") + "/_stcore/stream", subprotocols=["streamlit"], max_size=None) as socket:  # type: ignore[list-item]
        message = BackMsg()
        message.rerun_script.query_string = ""
        socket.send(message.SerializeToString())
        while True:
            answer = ForwardMsg()
            answer.ParseFromString(bytes(socket.recv(timeout=60)))  # type: ignore[arg-type]
            if answer.WhichOneof("type") == "new_session":
                return answer.new_session


def _by_streamlit(port: int, project: Path = ROOT) -> list[str]:
    return [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        str(project / "streamlit_app.py"),
        "--server.port",
        str(port),
        "--server.address",
        "127.0.0.1",
    ]


def _by_uvicorn(port: int, project: Path = ROOT) -> list[str]:
    return [
        sys.executable,
        "-m",
        "uvicorn",
        "--app-dir",
        str(project),
        "streamlit_app:app",
        "--port",
        str(port),
        "--host",
        "127.0.0.1",
    ]


@pytest.fixture(scope="module", params=["streamlit run", "uvicorn"])
def elsewhere(request: pytest.FixtureRequest, folder_elsewhere: Path) -> Iterator[str]:
    """The app, started from a folder that is not its own and has a theme of its own, and allowed to be shown by
    another host."""
    if request.param == "streamlit run":
        yield f"{request.getfixturevalue('below').url}/atlas"
        return
    log = folder_elsewhere / "uvicorn.log"
    with running_app(log, _by_uvicorn, folder_elsewhere, **{EMBEDDING_HOSTS: THEIR_HOST}) as url:
        yield url


def test_theme_and_options_hold_wherever_the_app_is_started(elsewhere: str) -> None:
    options = dict(options_in(tomllib.loads(OPTIONS.read_text("utf-8"))))
    told = _new_session(elsewhere)
    for mode in ("light", "dark"):
        theme = getattr(told.custom_theme, mode)
        for name in ("primary_color", "background_color", "text_color", "link_color"):
            words = name.split("_")
            assert getattr(theme, name) == options[f"theme.{mode}.{words[0]}{words[1].title()}"], (mode, name)
    assert told.custom_theme.base_font_size == options["theme.baseFontSize"]
    assert Config.ToolbarMode.Name(told.config.toolbar_mode).lower() == options["client.toolbarMode"]
    assert told.config.gather_usage_stats is options["browser.gatherUsageStats"]


def test_pages_and_routes_are_there_wherever_the_app_is_started(elsewhere: str, catalog: Catalog) -> None:
    assert json.loads(ask(elsewhere, "/healthz").body)["services"] == len(catalog.services)
    assert ask(elsewhere, f"/{SCRIPT}").status == 200
    assert ask(elsewhere, "/use-cases").status == 200


def test_hosts_that_may_show_the_app_are_named(elsewhere: str) -> None:
    for path in ("/", "/services", "/healthz"):
        assert policy_of(ask(elsewhere, path))["frame-ancestors"] == ["'self'", THEIR_HOST]


def test_an_option_on_the_command_line_wins(tmp_path: Path) -> None:
    probe = (
        "from components.server.options import apply_options; from streamlit import "
        "config; apply_options(); print(config.get_option('client.toolbarMode'))"
    )
    flag = (
        "from streamlit.web import bootstrap; "
        f"bootstrap.load_config_options({{'client_toolbarMode': 'minimal'}}); {probe}"
    )
    told = [
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=tmp_path,
            env={"PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.split()
        for script in (probe, flag)
    ]
    assert told == [["viewer"], ["minimal"]]


@pytest.mark.parametrize("start", [_by_streamlit, _by_uvicorn], ids=["streamlit run", "uvicorn"])
def test_a_broken_catalog_stops_the_start_with_all_its_problems_and_nothing_else(
    start: Callable[[int, Path], list[str]], tmp_path: Path
) -> None:
    for name in ("components", "data", "pages", ".streamlit", "streamlit_app.py"):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, tmp_path / name)
    with (tmp_path / "data" / "services" / "dax.yaml").open("a", encoding="utf-8") as file:
        file.write("\ncolour: red\n")
    (tmp_path / "data" / "taxonomy.yaml").write_text("categories: []\n", "utf-8")
    command = start(free_port(), tmp_path)
    ended = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False)
    assert ended.returncode != 0
    told = ended.stdout + ended.stderr
    assert "services/dax.yaml: colour: Extra inputs are not permitted" in told
    assert "taxonomy.yaml: lanes: Field required" in told
    assert told.count("The catalog has ") == 1
    assert "Traceback" not in told


OF_ITS_OWN = ("unshare", "--user", "--pid", "--fork", "--kill-child")
"""Runs a command as the first process of a namespace, as containers do."""


def _hears(process: int) -> bool:
    """Whether a process has said what it does at SIGTERM."""
    caught = Path(f"/proc/{process}/status").read_text("ascii").partition("SigCgt:")[2].split()[0]
    return bool(int(caught, 16) >> (signal.SIGTERM - 1) & 1)


def test_a_container_ends_at_once_when_it_is_told_so_before_it_serves(tmp_path: Path) -> None:
    """The kernel keeps SIGTERM from a first process that says nothing about it."""
    if not shutil.which("unshare") or subprocess.call([*OF_ITS_OWN, "true"], stderr=subprocess.DEVNULL):
        pytest.skip("a process cannot have a namespace of its own here")
    log, port = tmp_path / "app.log", str(free_port())
    with log.open("wb") as out:
        start = [*OF_ITS_OWN, sys.executable, "-m", "components.server", "--server.port", port]
        outer = subprocess.Popen(start, cwd=ROOT, stdout=out, stderr=out)
    children = Path(f"/proc/{outer.pid}/task/{outer.pid}/children")
    until = time.monotonic() + 60
    while not (first := children.read_text("ascii").split()) or not _hears(int(first[0])):
        assert time.monotonic() < until
        time.sleep(0.01)
    os.kill(int(first[0]), signal.SIGTERM)
    assert outer.wait(20) == 0
    assert "Started server process" not in log.read_text("utf-8")
