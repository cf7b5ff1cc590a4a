"""Layouts for files, made by the worker of the files, so that no click waits for one."""

from functools import partial

from components.picture.places import lay_out
from components.worker.worker import DRAWINGS

lay_out_for_a_file = partial(lay_out, worker=DRAWINGS)
