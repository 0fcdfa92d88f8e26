"""The supervised worker: it comes back by itself, and it always stops."""

from __future__ import annotations

import threading

import pytest

from devices.host import Backoff, Life, LifeOver, PermanentFault, TemporaryFault, Worker
from devices.ports import DeviceStatus, Fault, Offline, Ready
from devices.transport import BadAddress, LinkLost


class Script:
    """A device's work that does what a list says, one entry for each life."""

    def __init__(self, *lives: object) -> None:
        self.lives = list(lives)
        self.begun = 0
        self.torn_down = 0
        self.released = threading.Event()
        self.running = threading.Event()

    def set_up(self, life: Life) -> None:
        self.begun += 1
        what = self.lives.pop(0) if self.lives else None
        if isinstance(what, Exception):
            raise what
        life.report(Ready())
        life.settled()
        if what == "hang":
            self.running.set()
            self.released.wait(20.0)
            life.beat()

    def run(self, life: Life) -> None:
        self.running.set()
        while not life.wait(5.0):
            pass

    def tear_down(self) -> None:
        self.torn_down += 1

    def break_off(self) -> None:
        self.released.set()


class Watch:
    """Collects statuses and the waits between lives, and lets no wait last."""

    def __init__(self) -> None:
        self.statuses: list[DeviceStatus] = []
        self.waits: list[float] = []
        self.heard = threading.Condition()

    def on_status(self, status: DeviceStatus) -> None:
        with self.heard:
            self.statuses.append(status)
            self.heard.notify_all()

    def wait(self, event: threading.Event, seconds: float) -> bool:
        self.waits.append(seconds)
        return event.is_set()

    def until(self, status: DeviceStatus, times: int = 1) -> None:
        with self.heard:
            assert self.heard.wait_for(lambda: self.statuses.count(status) >= times, 5.0)


def started(work: Script, watch: Watch, deadline_s: float = 10.0, stop_s: float = 2.0) -> Worker:
    worker = Worker(
        "test",
        work,
        watch.on_status,
        wait=watch.wait,
        deadline_s=deadline_s,
        stop_within_s=stop_s,
    )
    worker.start()
    return worker


def test_the_wait_doubles_up_to_its_limit():
    assert [Backoff().wait_s(n) for n in (1, 2, 3, 4, 5, 6, 7, 1000)] == [
        1, 2, 4, 8, 16, 30, 30, 30,
    ]  # fmt: skip


def test_a_device_that_is_away_is_tried_again_and_again_until_it_is_there():
    work, watch = Script(*[LinkLost("cable")] * 6), Watch()
    worker = started(work, watch)
    watch.until(Ready())
    worker.stop()

    assert watch.statuses == [Offline("cable"), Ready()]
    assert watch.waits == [1, 2, 4, 8, 16, 30]
    assert work.begun == work.torn_down == worker.epoch == 7


def test_a_fault_of_the_device_is_told_and_tried_again():
    work, watch = Script(TemporaryFault(Fault("self_test_failed"))), Watch()
    worker = started(work, watch)
    watch.until(Ready())
    worker.stop()

    assert watch.statuses == [Fault("self_test_failed"), Ready()]


@pytest.mark.parametrize(
    ("fault", "status"),
    [
        (PermanentFault(Fault("wrong model")), Fault("wrong model")),
        (BadAddress("no such scheme"), Fault("no such scheme")),
    ],
)
def test_what_cannot_get_better_is_told_once_and_not_tried_again(fault, status):
    work, watch = Script(fault), Watch()
    worker = started(work, watch)
    watch.until(status)
    worker.stop()

    assert (work.begun, watch.waits) == (1, [])


def test_a_bug_in_a_driver_ends_one_life_only_and_its_words_are_not_logged(caplog):
    work, watch = Script(KeyError("410199 secret")), Watch()
    worker = started(work, watch)
    watch.until(Ready())
    worker.stop()

    assert watch.statuses == [Fault("internal"), Ready()]
    assert "KeyError" in caplog.text
    assert "secret" not in caplog.text


def test_a_call_that_blocks_is_abandoned_and_a_new_life_begins():
    work, watch = Script("hang"), Watch()
    worker = started(work, watch, deadline_s=0.05)
    watch.until(Ready(), times=2)
    worker.stop()

    assert watch.statuses == [Ready(), Fault("does_not_answer"), Ready()]


def test_stop_returns_though_a_call_blocks():
    work, watch = Script("hang"), Watch()
    worker = started(work, watch, stop_s=0.05)
    assert work.running.wait(5.0)
    worker.stop()

    assert work.released.is_set()
    assert not worker._supervisor.is_alive()


def test_stop_while_waiting_for_the_next_life_is_prompt():
    work = Script(*[LinkLost("cable")] * 50)
    watch = Watch()
    worker = Worker("test", work, watch.on_status, backoff=Backoff(60.0, 60.0))
    worker.start()
    watch.until(Offline("cable"))
    worker.stop()

    assert not worker._supervisor.is_alive()
    assert work.begun == 1


def test_stop_before_the_start_is_allowed():
    Worker("test", Script(), Watch().on_status).stop()


def test_an_abandoned_life_is_not_heard_any_more():
    heard: list[DeviceStatus] = []
    life = Life(1, heard.append, clock=lambda: 0.0)
    life.ask_to_end(abandon=True)

    with pytest.raises(LifeOver):
        life.report(Ready())
    assert heard == []
