"""A paper from the touch to the tray, beside the window."""

from __future__ import annotations

import queue
import threading

import pytest

from devices.paper_desk import NO_PRINTER, PaperDesk
from devices.ports import Fault, PaperOut, PrintOutcome, Ready
from printer_drivers.fonts import FontBook
from printer_drivers.memory import MemoryPaperPrinter
from printer_drivers.paper_pdf import PaperRenderer
from tests.forms.papers.shelf import RENDER, paper

LOAN = paper("loan")


@pytest.fixture
def at():
    desks = []

    def build(render=RENDER, printer=None, **more):
        desk = PaperDesk(render, printer, **more)
        desks.append(desk)
        return desk

    yield build
    for desk in desks:
        desk.stop()


def printed(desk: PaperDesk) -> tuple[list[bytes], PrintOutcome]:
    made: list[bytes] = []
    done: queue.SimpleQueue[PrintOutcome] = queue.SimpleQueue()
    desk.print(LOAN, made.append, done.put)
    return made, done.get(timeout=20.0)


def test_the_record_gets_the_very_bytes_that_were_printed(at):
    printer = MemoryPaperPrinter()
    made, outcome = printed(at(printer=printer))
    assert outcome == PrintOutcome("printed", Ready())
    assert [job.pdf for job in printer.papers] == made
    assert printer.papers[0].name == "loan"


def test_a_paper_is_made_beside_the_thread_that_asked_for_it(at):
    threads: queue.SimpleQueue[str] = queue.SimpleQueue()
    at().make(LOAN, lambda _pdf: threads.put(threading.current_thread().name))
    assert threads.get(timeout=20.0) != threading.current_thread().name


def test_without_a_printer_it_is_still_made_for_the_record(at):
    told: list[object] = []
    desk = at()
    desk.start(told.append)
    made, outcome = printed(desk)
    assert (len(made), outcome) == (1, PrintOutcome("not_printed", NO_PRINTER))
    assert told == [NO_PRINTER]


def test_a_printer_without_paper_says_so_and_the_paper_is_kept(at):
    made, outcome = printed(at(printer=MemoryPaperPrinter(PaperOut())))
    assert (len(made), outcome) == (1, PrintOutcome("not_printed", PaperOut()))


def test_an_installation_without_typefaces_makes_nothing_and_says_so(at, tmp_path):
    desk = at(render=PaperRenderer(FontBook(tmp_path)), printer=MemoryPaperPrinter())
    desk.start(lambda _status: None)
    made, outcome = printed(desk)
    assert (made, outcome) == ([], PrintOutcome("not_printed", Fault("paper_not_made")))


@pytest.mark.parametrize(("warm", "opened"), [(True, ["opened", "made"]), (False, ["made"])])
def test_a_desk_that_seldom_prints_opens_nothing_before_the_first_paper(at, warm, opened):
    done: list[str] = []

    class Watched(PaperRenderer):
        def warm_up(self) -> None:
            done.append("opened")

        def __call__(self, paper):
            done.append("made")
            return super().__call__(paper)

    desk = at(render=Watched(RENDER.book), printer=MemoryPaperPrinter(), warm=warm)
    desk.start(lambda _status: None)
    printed(desk)
    assert done == opened
