"""Papers over CUPS: what became of a paper is read back, and nothing comes out later."""

from __future__ import annotations

import queue
from pathlib import Path

import pytest

from devices.ports import (
    CoverOpen,
    Fault,
    Offline,
    PaperJob,
    PaperLow,
    PaperOut,
    PrintOutcome,
    Ready,
    Unknown,
    UserError,
)
from printer_drivers.cups import Cups, printer_status
from printer_drivers.lp import LpPrinter, build
from tests.printer_drivers.desk import Statuses
from tests.printer_drivers.fake_cups import QUEUE, CupsDesk

PAPER = PaperJob("one_time_notice", b"%PDF-1.4\n...\n%%EOF\n", copies=2)


@pytest.fixture
def desk(tmp_path: Path) -> CupsDesk:
    return CupsDesk(tmp_path / "cups")


@pytest.fixture
def statuses() -> Statuses:
    return Statuses()


@pytest.fixture
def printer(desk, statuses):
    printer = at(desk)
    printer.start(statuses)
    yield printer
    printer.stop()


def at(desk: CupsDesk, name: str = QUEUE, done_within_s: float = 20.0) -> LpPrinter:
    cups = Cups(name, f"{desk.programs}:/usr/bin:/bin")
    return LpPrinter(cups, done_within_s=done_within_s, look_every_s=0.01, status_every_s=0.3)


def printed(printer: LpPrinter, paper: PaperJob = PAPER) -> PrintOutcome:
    outcomes: queue.SimpleQueue[PrintOutcome] = queue.SimpleQueue()
    printer.print(paper, outcomes.put)
    return outcomes.get(timeout=30.0)


def test_a_paper_comes_out_in_its_copies_on_a4_one_side(desk, printer):
    assert printed(printer) == PrintOutcome("printed", Ready())
    (job,) = desk.printed()
    assert job["copies"] == 2
    assert job["whole"]
    assert {"media=A4", "sides=one-sided"} <= set(job["options"])
    assert job["environment"] == "C"


def test_the_queue_shows_the_form_and_nobody(desk, printer):
    printed(printer)
    assert [job["title"] for job in desk.printed()] == ["one_time_notice"]


@pytest.mark.parametrize(
    ("reason", "status"),
    [
        ("media-empty-error", PaperOut()),
        ("media-needed-report", PaperOut()),
        ("cover-open-error", CoverOpen()),
        ("door-open-report", CoverOpen()),
        ("media-jam-error", UserError("paper_jam")),
        ("offline-report", Offline("printer_offline")),
        ("toner-empty-error", Fault("toner_empty")),
    ],
)
def test_a_printer_that_cannot_print_is_given_nothing(desk, printer, statuses, reason, status):
    desk.become(alerts=[reason])
    statuses.wait_for(status)
    assert printed(printer) == PrintOutcome("not_printed", status)
    assert desk.jobs() == {}
    desk.become(alerts=[])
    statuses.wait_for_last(Ready())
    assert printed(printer).outcome == "printed"


def test_little_paper_is_told_and_still_printed_on(desk, printer, statuses):
    desk.become(alerts=["media-low-warning"])
    statuses.wait_for(PaperLow())
    assert printed(printer) == PrintOutcome("printed", PaperLow())


def test_a_stopped_queue_and_a_queue_nobody_made_are_faults(desk, printer, statuses):
    desk.become(enabled=False)
    statuses.wait_for(Fault("queue_stopped"))
    other, told = at(desk, "paprs"), Statuses()
    other.start(told)
    told.wait_for(Fault("there is no queue paprs"))
    assert printed(other).outcome == "not_printed"
    other.stop()


def test_without_cups_or_without_lp_it_says_so(desk, printer, statuses, tmp_path):
    desk.become(scheduler=False)
    statuses.wait_for(Offline("cups does not answer"))
    bare, told = LpPrinter(Cups(QUEUE, str(tmp_path)), status_every_s=0.3), Statuses()
    bare.start(told)
    told.wait_for(Fault("lpstat is not installed; the package is cups-client"))
    assert printed(bare).outcome == "not_printed"
    bare.stop()


def test_a_paper_that_waits_too_long_is_taken_back_and_never_comes_out(desk):
    desk.become(holds=True)
    printer = at(desk, done_within_s=0.4)
    printer.start(lambda _status: None)
    assert printed(printer) == PrintOutcome("not_printed", Unknown())
    desk.become(holds=False)
    assert [job["state"] for job in desk.jobs().values()] == ["cancelled"]
    printer.stop()


def test_what_stopped_inside_the_printer_is_unknown(desk, printer):
    desk.become(jams=True)
    assert printed(printer).outcome == "unknown"


def test_papers_still_waiting_when_the_station_ends_are_answered(desk):
    desk.become(holds=True)
    printer = at(desk)
    outcomes: queue.SimpleQueue[PrintOutcome] = queue.SimpleQueue()
    printer.start(lambda _status: None)
    for _ in range(2):
        printer.print(PAPER, outcomes.put)
    printer.stop()
    answers = [outcomes.get(timeout=10.0).outcome for _ in range(2)]
    assert answers == ["not_printed", "not_printed"]
    assert "pending" not in {job["state"] for job in desk.jobs().values()}


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({}, "needs the option 'queue'"),
        ({"queue": "-h"}, "needs the option 'queue'"),
        ({"queue": "a", "copies": 2}, "has no option 'copies'"),
        ({"queue": "a", "done_within_s": "soon"}, "number of seconds"),
    ],
)
def test_a_wrong_option_gets_a_sentence(options, sentence):
    with pytest.raises(ValueError, match=sentence):
        build(None, options)


def test_the_gravest_reason_counts_and_another_queue_says_nothing_of_ours():
    said = (
        "printer other is idle.  enabled since today\n\tAlerts: cover-open-error\n"
        "printer papers is idle.  enabled since today\n"
        "\tAlerts: media-low-warning media-empty-error\n"
    )
    assert printer_status(said, "papers") == PaperOut()
    assert printer_status(said, "paper") == Fault("there is no queue paper")
