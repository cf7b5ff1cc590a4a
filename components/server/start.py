"""What is done before the first visitor comes, and what goes on until the last one has left."""

import asyncio
import gc
import logging
import sys
import traceback
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit import config

from components.picture.drawable import drawing_problems
from components.server.at_once import let_in_one_by_one, read_little_at_a_time, send_at_once
from components.server.base_path import take_base_path_from_the_environment
from components.server.capacity import most_sessions, raise_the_limit_of_files
from components.server.catalog_answers import catalog_text, catalog_version
from components.server.configuration import configuration, stop_if_the_configuration_is_wrong
from components.server.home import find_a_home
from components.server.logs import set_up_logs, tell
from components.server.options import apply_options
from components.server.pings import cut_off_who_only_pings
from components.server.probes import READINESS
from components.server.routes import middleware, routes
from components.server.sign_in import secrets_for
from components.server.upkeep import keep_up
from components.server.warm import import_components, warm_up
from components.worker.worker import DRAWINGS, LAYOUTS
from data.catalog import catalog
from data.estate.sorts import sorts
from data.loading.reading import CatalogError
from data.search import search

FRAME = Path(__file__).resolve().parent / "script.py"
ROOT = FRAME.parents[2]
# Seconds that a thread of Python may compute while others wait. With Python's own 5 ms each message of a card waits for
# the figure behind it, and each click for whoever computes; this is still far more than changing threads costs.
TURN = 0.0005


def prepare() -> None:
    """Read the configuration and the catalog; ends the process, with one error that says why, where it cannot start."""
    find_a_home()
    stop_if_the_configuration_is_wrong()
    apply_options()
    sys.setswitchinterval(TURN)
    send_at_once()
    read_little_at_a_time()
    let_in_one_by_one()
    cut_off_who_only_pings()
    take_base_path_from_the_environment()
    settings = configuration()
    set_up_logs(settings)
    raise_the_limit_of_files()
    if settings.cookie_secret is not None:
        config.set_option("server.cookieSecret", settings.cookie_secret.get_secret_value(), "LANDSCAPE_COOKIE_SECRET")
    stop_if_the_catalog_is_broken()


def surroundings() -> dict[str, Any]:
    """What stands around the pages, as `st.App` takes it."""
    return {
        "routes": routes(),
        "middleware": middleware(),
        "lifespan": lifespan,
        "secrets": secrets_for(configuration()) or None,
        "on_script_error": tell_of_a_failed_run,
    }


def stop_if_the_catalog_is_broken() -> None:
    """Read the catalog before the server starts; one that is broken or cannot be drawn ends the process with one error,
    which lists every problem, and nothing around it."""
    try:
        problems = drawing_problems(catalog())
        sorts()
    except CatalogError as error:
        sys.exit(str(error))
    if problems:
        sys.exit(str(CatalogError(problems)))


def tell_of_a_failed_run(error: Exception) -> None:
    """Log that a run failed, and where; not with what words, which may be a visitor's."""
    places = traceback.extract_tb(error.__traceback__)
    ours = [
        each for each in places if Path(each.filename).is_relative_to(ROOT) and "site-packages" not in each.filename
    ]
    at, through = (
        " ".join(f"{Path(each.filename).name}:{each.lineno}" for each in some) for some in (places[-1:], ours)
    )
    tell("a run failed", logging.ERROR, kind=type(error).__name__, at=at or "unknown", through=through)


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[None]:
    """Import every module, lay out what most visitors see first, and keep up until the end."""
    await asyncio.to_thread(_warm)
    READINESS.warm = True
    going_on = [asyncio.create_task(keep_up()), asyncio.create_task(READINESS.watch_the_worker())]
    tell("ready", catalog=catalog_version(), sessions_at_most=most_sessions())
    try:
        yield
    finally:
        for task in going_on:
            task.cancel()
        for worker in (LAYOUTS, DRAWINGS):
            worker.close()
        tell("stopped")


def _warm() -> None:
    import_components()
    catalog_text()
    search(catalog(), "warm")
    warm_up()
    # What is alive now stays alive: frozen, it is not searched again at each collection of garbage.
    gc.collect()
    gc.freeze()
