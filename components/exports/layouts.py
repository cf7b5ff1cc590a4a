"""Layouts for files, made by the worker of the files, so that no click waits for one."""

from collections.abc import Iterable
from functools import lru_cache

from components.picture.places import ArrowKey, BoxKey, Layout, compute_layout, lay_out
from components.worker.worker import DRAWINGS


def lay_out_for_a_file(boxes: Iterable[BoxKey], arrows: Iterable[ArrowKey]) -> Layout:
    """The layout of the screen, computed away from it.

    Errors: WorkerError.
    """
    return _kept(tuple(sorted(boxes)), tuple(sorted(arrows)))


@lru_cache(maxsize=64)
def _kept(boxes: tuple[BoxKey, ...], arrows: tuple[ArrowKey, ...]) -> Layout:
    return DRAWINGS.call(compute_layout, boxes, arrows) if boxes else lay_out(boxes, arrows)
