"""What every PaperPrinter promises, whoever prints."""

from __future__ import annotations

import os
import queue
from typing import Any

import pytest

from devices.ports import CoverOpen, DeviceStatus, PaperJob, PaperOut, PrintOutcome, Ready
from printer_drivers.cups import Cups
from printer_drivers.lp import LpPrinter
from printer_drivers.memory import MemoryPaperPrinter
from printer_drivers.pdf_folder import PdfFolderPrinter
from tests.contracts.test_slip_printer import ask
from tests.forms.papers.shelf import RENDER, paper
from tests.printer_drivers.desk import Statuses
from tests.printer_drivers.fake_cups import QUEUE, CupsDesk

HARDWARE_QUEUE = "SILVERHALL_PAPER_QUEUE"
PEOPLE = {"paper_out": "take out the paper", "cover_open": "open the cover", "mended": "mend it"}
STATES: dict[str, DeviceStatus] = {
    "paper_out": PaperOut(),
    "cover_open": CoverOpen(),
    "mended": Ready(),
}
REASONS = {"paper_out": ["media-empty-error"], "cover_open": ["cover-open-error"], "mended": []}


class Bench:
    """One printer with what a test may do to it; None where it cannot be done."""

    def __init__(self, printer: Any, papers: Any, misbehave: Any = None) -> None:
        self.printer, self.papers, self.misbehave = printer, papers, misbehave
        self.statuses = Statuses()


def _memory(_folder):
    printer = MemoryPaperPrinter()
    return Bench(
        printer, lambda: len(printer.papers), lambda word: printer.set_status(STATES[word])
    )


def _pdf_folder(folder):
    return Bench(PdfFolderPrinter(folder), lambda: len(list(folder.glob("*.pdf"))))


def _lp(folder):
    desk = CupsDesk(folder)
    cups = Cups(QUEUE, f"{desk.programs}:/usr/bin:/bin")
    printer = LpPrinter(cups, look_every_s=0.01, status_every_s=0.3)
    return Bench(
        printer, lambda: len(desk.printed()), lambda word: desk.become(alerts=REASONS[word])
    )


def _hardware(_folder):
    """A real queue of CUPS, named by the environment; a person does what is printed."""
    return Bench(LpPrinter(Cups(os.environ[HARDWARE_QUEUE])), None, lambda word: ask(PEOPLE[word]))


STOPPABLE = [_memory, _lp, pytest.param(_hardware, marks=pytest.mark.hardware)]


@pytest.fixture(params=[*STOPPABLE, _pdf_folder], ids=lambda build: build.__name__.strip("_"))
def bench(request, tmp_path):
    yield from _started(request.param(tmp_path / "prints"))


@pytest.fixture(params=STOPPABLE, ids=lambda build: build.__name__.strip("_"))
def stoppable(request, tmp_path):
    """A printer with paper and a cover; a folder has neither."""
    yield from _started(request.param(tmp_path / "prints"))


def _started(bench):
    bench.printer.start(bench.statuses)
    yield bench
    bench.printer.stop()


def job(name: str = "loan") -> PaperJob:
    return PaperJob(name, RENDER(paper(name)), paper(name).copies)


def printed(printer: Any, paper_job: PaperJob) -> PrintOutcome:
    outcomes: queue.SimpleQueue[PrintOutcome] = queue.SimpleQueue()
    printer.print(paper_job, outcomes.put)
    return outcomes.get(timeout=60.0)


def test_a_ready_printer_says_so_and_prints_one_paper(bench):
    bench.statuses.wait_for(Ready())
    assert printed(bench.printer, job()) == PrintOutcome("printed", Ready())
    assert bench.papers is None or bench.papers() == 1


def test_papers_come_out_one_for_each_print(bench):
    outcomes = [printed(bench.printer, job(name)).outcome for name in ("loan", "promise", "loan")]
    assert outcomes == ["printed"] * 3
    assert bench.papers is None or bench.papers() == 3


@pytest.mark.parametrize("word", ["paper_out", "cover_open"])
def test_a_printer_that_cannot_print_says_not_printed_and_prints_nothing_later(stoppable, word):
    stoppable.misbehave(word)
    stoppable.statuses.wait_for(STATES[word])
    assert printed(stoppable.printer, job()) == PrintOutcome("not_printed", STATES[word])
    stoppable.misbehave("mended")
    stoppable.statuses.wait_for_last(Ready())
    assert stoppable.papers is None or stoppable.papers() == 0


def test_a_log_that_shows_a_job_shows_no_page_of_it():
    assert "PDF" not in repr(job())
