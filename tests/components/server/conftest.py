"""An app that is started from a folder that is not its own, for all that asks nothing else of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from components.server.headers import EMBEDDING_HOSTS
from tests.replicas import Replica

THEIR_HOST = "https://wiki.example.org"


@pytest.fixture(scope="package")
def folder_elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a theme of its own."""
    folder = tmp_path_factory.mktemp("elsewhere")
    (folder / ".streamlit").mkdir()
    (folder / ".streamlit" / "config.toml").write_text('[theme.light]\nprimaryColor = "#ff0000"\n', "utf-8")
    return folder


@pytest.fixture(scope="package")
def below(folder_elsewhere: Path) -> Iterator[Replica]:
    """A replica below `/atlas`, started from elsewhere, and allowed to be shown by another host."""
    path = ("--server.baseUrlPath", "atlas")
    log = folder_elsewhere / "below.log"
    running = Replica(log, *path, folder=folder_elsewhere, **{EMBEDDING_HOSTS: THEIR_HOST}).start("/readyz")
    yield running
    running.stop()
