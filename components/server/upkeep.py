"""What the server does while visitors do nothing: it packs what is sent most, lets go of who left, and collects garbage
outside anybody's wait."""

import asyncio
import gc
import logging
import time

from starlette.concurrency import run_in_threadpool

from components.server.configuration import configuration
from components.server.logs import tell
from components.server.sessions import forget_who_left, keep_for
from components.server.static_files import pack_the_plot_best

EVERY = 30.0  # seconds
SLOW = 1.0  # seconds that a collection may take before the log tells


async def keep_up() -> None:
    """Pack the largest file well, once; then forget sessions whose time is over, and free what circles of references
    hold, again and again."""
    seconds = configuration().come_back_seconds
    keep_for(seconds)
    await asyncio.sleep(min(EVERY, seconds))
    await run_in_threadpool(pack_the_plot_best)
    while True:
        await asyncio.sleep(min(EVERY, seconds))
        forget_who_left()
        start = time.perf_counter()
        await run_in_threadpool(gc.collect)
        if time.perf_counter() - start > SLOW:
            tell("collected garbage slowly", logging.WARNING, s=time.perf_counter() - start)
