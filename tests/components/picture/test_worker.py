"""The process that works places out may fail without taking the app along."""

import os
import re
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from components.picture.places import Layout, compute_layout, lay_out
from components.worker.worker import LAYOUTS, Worker, WorkerError
from tests.components.picture.small_map import ARROWS, BOXES
from tests.components.picture.test_places import _check
from tests.worker_calls import answer_what_cannot_be_sent, die, die_the_first_time, double, fail, hang, own_process


@pytest.fixture
def worker() -> Iterator[Worker]:
    running = Worker("tested", seconds=30)
    yield running
    running.close()


def test_the_same_question_has_the_same_layout_in_any_order_and_process(worker: Worker) -> None:
    first = lay_out(BOXES, ARROWS)
    assert lay_out(BOXES[::-1], ARROWS[::-1]) is first
    assert worker.call(compute_layout, tuple(sorted(BOXES)), tuple(sorted(ARROWS))) == first


def test_eight_threads_lay_out_at_once() -> None:
    def one(number: int) -> Layout:
        return lay_out([*BOXES, (f"extra-{number % 4}", 3)], [*ARROWS, (f"new-{number}", "db", f"extra-{number % 4}")])

    with ThreadPoolExecutor(8) as threads:
        layouts = list(threads.map(one, range(32)))
    for number, layout in enumerate(layouts):
        assert f"extra-{number % 4}" in layout.boxes
        assert f"new-{number}" in layout.arrows


def test_an_arrow_without_its_box_is_an_error_that_harms_nobody() -> None:
    with pytest.raises(WorkerError, match="the drawing failed"):
        lay_out(BOXES, [("a", "app", "nowhere")])
    _check(lay_out(BOXES, ARROWS[:2]), BOXES, ARROWS[:2])


def test_graphviz_runs_in_a_process_of_its_own() -> None:
    assert LAYOUTS.call(own_process, 0) != os.getpid()
    assert LAYOUTS.call(own_process, 0) == LAYOUTS.call(own_process, 1)


def test_a_worker_that_dies_is_an_error_and_the_next_call_works(worker: Worker) -> None:
    before = worker.call(own_process, 0)
    with pytest.raises(WorkerError, match="show fewer services"):
        worker.call(die, 1)
    assert worker.call(double, 4) == 8
    assert worker.call(own_process, 0) != before


def test_a_crash_is_tried_once_more_and_told_apart_from_a_time_out(
    worker: Worker, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    before = worker.starts
    assert worker.call(die_the_first_time, str(tmp_path / "was-here")) == "alive"
    assert worker.starts == before + 2
    assert caplog.messages == ["the worker tested crashed: exit code 1"]
    caplog.clear()
    impatient = Worker("impatient", seconds=3)
    with pytest.raises(WorkerError, match="took too long"):
        impatient.call(hang, 600)
    impatient.close()
    assert caplog.messages == ["the worker impatient took longer than 3 s and was stopped"]


def test_a_worker_that_died_between_two_calls_is_replaced(worker: Worker) -> None:
    worker.call(double, 1)
    assert worker._process is not None
    worker._process.kill()
    worker._process.wait()
    assert worker.call(double, 4) == 8


def test_a_worker_that_hangs_is_stopped_and_the_next_call_works() -> None:
    impatient = Worker("tested", seconds=3)
    impatient.call(double, 1)
    with pytest.raises(WorkerError, match="took too long"):
        impatient.call(hang, 600)
    assert impatient.call(double, 4) == 8
    impatient.close()


def test_others_are_answered_after_a_hanging_call() -> None:
    impatient = Worker("tested", seconds=3)
    impatient.call(double, 1)
    errors: list[WorkerError] = []

    def wait() -> None:
        try:
            impatient.call(hang, 600)
        except WorkerError as error:
            errors.append(error)

    hanging = threading.Thread(target=wait)
    hanging.start()
    assert impatient.call(double, 5) == 10
    hanging.join()
    assert len(errors) == 1
    impatient.close()


def test_an_error_inside_the_worker_is_told_its_reason_is_logged_and_the_process_lives_on(
    worker: Worker, caplog: pytest.LogCaptureFixture
) -> None:
    before = worker.call(own_process, 0)
    with pytest.raises(WorkerError, match="the drawing failed; try again, or show fewer services"):
        worker.call(fail, "what somebody typed")
    assert re.fullmatch(r"the worker tested failed: ValueError in worker_calls.py, line \d+", caplog.messages[-1])
    assert worker.call(own_process, 0) == before


def test_what_cannot_be_sent_breaks_no_later_call(worker: Worker) -> None:
    worker.call(double, 1)
    with pytest.raises((AttributeError, TypeError)):
        worker.call(double, threading.Lock())  # type: ignore[arg-type]
    assert worker.call(double, 2) == 4
    with pytest.raises(WorkerError):
        worker.call(answer_what_cannot_be_sent, 3)
    assert worker.call(double, 3) == 6


def test_a_closed_worker_starts_again(worker: Worker) -> None:
    assert worker.call(double, 1) == 2
    worker.close()
    worker.close()
    assert worker.call(double, 2) == 4
