"""What every card reader owes its station, whatever stands behind it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from devices.ports import CardReader, CardSeen, CardTaken, CardUnreadable, Ready
from devices.pty_server import PtyServer
from devices.transport import open_transport
from id_reader.memory import MemoryCardReader
from id_reader.sdt.driver import build
from id_reader.sdt.resident import decode_card, load_words
from id_reader.sdt.sam_link import Timings
from id_reader.simulated_card import card_of, load_specimens
from tests.id_reader.desk import Report, quick_reader, quick_simulator

SPECIMENS = load_specimens()
HARDWARE_URL = "SILVERHALL_CARD_READER"


@dataclass
class Setting:
    """A reader and the hands at its plate."""

    reader: CardReader
    place: Callable[[str], None]
    place_other_thing: Callable[[], None]
    take: Callable[[], None]
    patience_s: float = 8.0


def tell(sentence: str) -> None:
    sys.stderr.write(f"\n{sentence}\n")


@contextmanager
def memory(folder: Path) -> Iterator[Setting]:
    reader = MemoryCardReader()
    words = load_words()
    yield Setting(
        reader,
        lambda who: reader.place(decode_card(card_of(SPECIMENS[who]).text, words)),
        lambda: reader.place_unreadable("not_an_id_card"),
        reader.take,
    )


@contextmanager
def simulated(folder: Path) -> Iterator[Setting]:
    simulator = quick_simulator()
    yield Setting(
        quick_reader(lambda: open_transport("sim://reader", {"reader": simulator})),
        lambda who: simulator.control("present_card", specimen=who),
        lambda: simulator.control("foreign_card"),
        lambda: simulator.control("take_card"),
    )


@contextmanager
def on_serial_port(folder: Path) -> Iterator[Setting]:
    simulator = quick_simulator()
    server = PtyServer(simulator, folder / "reader")
    server.start()
    yield Setting(
        quick_reader(lambda: open_transport(server.url, {}), Timings().scaled(0.1)),
        lambda who: simulator.control("present_card", specimen=who),
        lambda: simulator.control("foreign_card"),
        lambda: simulator.control("take_card"),
    )
    server.stop()


@contextmanager
def real(folder: Path) -> Iterator[Setting]:
    """A real reader at the URL of the environment; a person does what is printed."""
    url = os.environ[HARDWARE_URL]
    yield Setting(
        build(lambda: open_transport(url, {}), {}),
        lambda who: tell(f"lay down an ID card, the same one whenever it is called {who}"),
        lambda: tell("lay down a bank card"),
        lambda: tell("take the card away"),
        patience_s=60.0,
    )


@pytest.fixture(
    params=[
        memory,
        simulated,
        on_serial_port,
        pytest.param(real, marks=pytest.mark.hardware),
    ],
    ids=lambda setting: setting.__name__,
)
def setting(request, tmp_path):
    with request.param(tmp_path) as here:
        yield here
        here.reader.stop()


@pytest.fixture
def report(setting):
    report = Report()
    setting.reader.start(report.on_card, report.on_status)
    report.until_status(Ready, setting.patience_s)
    return report


def test_a_card_is_reported_once_with_the_session_it_belongs_to(setting, report):
    epoch = setting.reader.new_session()
    setting.place("elder_85")
    report.until_count(CardSeen, 1, setting.patience_s)
    setting.take()
    report.until_count(CardTaken, 1, setting.patience_s)

    assert report.kinds() == ["CardSeen", "CardTaken"]
    assert {event.epoch for event in report.cards} == {epoch}


def test_what_is_no_id_card_is_named_and_the_next_card_is_read(setting, report):
    setting.place_other_thing()
    report.until_count(CardUnreadable, 1, setting.patience_s)
    setting.take()
    report.until_count(CardTaken, 1, setting.patience_s)
    setting.place("elder_76")
    report.until_count(CardSeen, 1, setting.patience_s)

    assert report.cards[0].code == "not_an_id_card"


def test_a_card_left_lying_belongs_to_nobody_until_it_was_taken_away(setting, report):
    setting.place("elder_85")
    report.until_count(CardSeen, 1, setting.patience_s)
    epoch = setting.reader.new_session()
    setting.take()
    report.until_count(CardTaken, 1, setting.patience_s)
    setting.place("elder_85")
    report.until_count(CardSeen, 2, setting.patience_s)

    assert report.kinds() == ["CardSeen", "CardTaken", "CardSeen"]
    assert [event.epoch for event in report.cards] == [epoch - 1, epoch, epoch]


def test_every_session_has_a_number_of_its_own(setting, report):
    assert setting.reader.new_session() < setting.reader.new_session()


def test_nothing_is_reported_after_the_stop(setting, report):
    setting.place("elder_85")
    report.until_count(CardSeen, 1, setting.patience_s)
    setting.reader.stop()
    setting.take()
    setting.place("elder_76")

    assert report.kinds() == ["CardSeen"]
