"""What is thrown away is freed in the thread of the windows, whoever else is at work."""

from __future__ import annotations

import gc
import threading
import weakref

import pytest

from ui_kit.garbage import Garbage


class Page:
    """Something that refers to itself, as pages and their keys do; it tells who freed it."""

    def __init__(self, freed_in: list[threading.Thread]) -> None:
        self.key = self
        self._freed_in = freed_in
        weakref.finalize(self, lambda: freed_in.append(threading.current_thread()))


@pytest.fixture
def garbage(qapp):
    one = Garbage()
    yield one
    one.stop()


def work_hard(kept: list[list[int]]) -> None:
    """Allocate as whoever makes a paper does."""
    kept += [[place] for place in range(200_000)]


def test_a_busy_thread_frees_nothing_of_the_windows(garbage, qtbot):
    freed_in: list[threading.Thread] = []
    garbage.start()
    Page(freed_in)
    kept: list[list[int]] = []
    busy = threading.Thread(target=work_hard, args=(kept,))
    busy.start()
    busy.join()
    assert freed_in == []
    qtbot.waitUntil(lambda: bool(freed_in), timeout=8000)
    assert freed_in == [threading.main_thread()]


def test_the_oldest_are_collected_too(garbage):
    garbage.start()
    freed_in: list[threading.Thread] = []
    page = Page(freed_in)
    gc.collect(0)
    gc.collect(1)  # it has grown old before it is thrown away
    del page
    for _ in range(300):
        kept = [[place] for place in range(1000)]
        garbage.look()
        kept.clear()
    assert freed_in == [threading.main_thread()]


def test_it_gives_the_work_back(garbage):
    garbage.start()
    assert not gc.isenabled()
    garbage.stop()
    assert gc.isenabled()
