"""A reader on a desk: driver, link and simulator joined for a test, with what was reported."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from devices.host import Backoff
from devices.ports import (
    CardEvent,
    CardReader,
    CardSeen,
    CardTaken,
    CardUnreadable,
    DeviceStatus,
    Ready,
)
from devices.sim_control import apply
from devices.transport import Simulator, Transport, open_transport
from id_reader.sdt.driver import build
from id_reader.sdt.sam_link import Timings
from id_reader.simulator import SdtSimulator

FACTOR = 0.04
QUICK = Timings().scaled(FACTOR)
EXAMPLES: dict[str, str] = json.loads(
    Path(__file__).with_name("sdt_examples.json").read_text("utf-8")
)
RESIDENT = bytes.fromhex(EXAMPLES["A resident, long-term validity"])


class Report:
    """Everything a reader reported, to be waited on."""

    def __init__(self) -> None:
        self.cards: list[CardEvent] = []
        self.statuses: list[DeviceStatus] = []
        self._news = threading.Condition()

    def on_card(self, event: CardEvent) -> None:
        with self._news:
            self.cards.append(event)
            self._news.notify_all()

    def on_status(self, status: DeviceStatus) -> None:
        with self._news:
            self.statuses.append(status)
            self._news.notify_all()

    def until(self, true: Callable[[], object], timeout_s: float = 8.0) -> None:
        with self._news:
            assert self._news.wait_for(true, timeout_s), (self.cards, self.statuses)

    def until_count(self, kind: type, count: int = 1, timeout_s: float = 8.0) -> None:
        self.until(lambda: len([e for e in self.cards if isinstance(e, kind)]) >= count, timeout_s)

    def until_status(self, kind: type, timeout_s: float = 8.0) -> None:
        self.until(lambda: self.statuses and isinstance(self.statuses[-1], kind), timeout_s)

    def names(self) -> list[str]:
        return [event.card.name for event in self.cards if isinstance(event, CardSeen)]

    def kinds(self) -> list[str]:
        return [type(event).__name__ for event in self.cards]


def quick_simulator(*, refinds: bool = False) -> SdtSimulator:
    return SdtSimulator(lambda seconds: seconds * FACTOR, refinds=refinds)


def quick_reader(
    open_link: Callable[[], Transport], timings: Timings = QUICK, **options: object
) -> CardReader:
    return build(
        open_link, {"timings": timings, "backoff": Backoff(first_s=0.05, longest_s=0.2), **options}
    )


class Desk:
    def __init__(self, simulator: Simulator, reader: CardReader) -> None:
        self.simulator = simulator
        self.reader = reader
        self.report = Report()

    def do(self, word: str, **arguments: object) -> None:
        apply(self.simulator, word, arguments)


@contextmanager
def desk(
    simulator: Simulator | None = None,
    url: str = "",
    timings: Timings = QUICK,
    open_link: Callable[[], Transport] | None = None,
    **options: object,
) -> Iterator[Desk]:
    """`url` empty: over sim://; else the simulator is served behind that URL.

    `open_link` is for a link that no URL names.
    """
    device = simulator or quick_simulator()
    reader = quick_reader(
        open_link or (lambda: open_transport(url or "sim://reader", {"reader": device})),
        timings,
        **options,
    )
    here = Desk(device, reader)
    reader.start(here.report.on_card, here.report.on_status)
    try:
        yield here
    finally:
        reader.stop()


def two_visitors_with_a_late_answer(here: Desk, late_s: float) -> None:
    """The first card's answer comes `late_s` late; the second visitor must never be taken for it.

    Each visitor has a session; the second lays down a card once the plate was seen empty.
    """
    report = here.report
    report.until_status(Ready)
    report.cards.clear()
    known = len(report.statuses)
    here.do("late", seconds=late_s)
    here.do("present_card", specimen="elder_85")
    report.until(lambda: report.cards or len(report.statuses) > known)
    epoch = here.reader.new_session()
    here.do("take_card")
    report.until(lambda: CardTaken(epoch) in report.cards)
    here.do("present_card", specimen="elder_66")
    report.until(
        lambda: any(
            isinstance(event, CardSeen | CardUnreadable) and event.epoch == epoch
            for event in report.cards
        )
    )
    here.do("take_card")
    report.until(lambda: report.cards.count(CardTaken(epoch)) == 2)
    seen = [event for event in report.cards if isinstance(event, CardSeen)]

    assert {event.card.name for event in seen if event.epoch == epoch} <= {"张秀珍"}
    assert {event.card.name for event in seen if event.epoch != epoch} <= {"王桂兰"}
