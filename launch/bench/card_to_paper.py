"""From a card's bytes to a print job's bytes: reader driver, hall, slip, printer driver."""

from __future__ import annotations

import queue
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from devices.ports import CardEvent, CardSeen, CardTaken, IdCard, PrintOutcome, Slip
from devices.simulated_wire import instant_pace
from devices.transport import Transport
from forms.slip import compose
from forms.slip_ticket import slip_ticket
from hall.kernel.facts import HallFacts
from hall.kernel.gateway import HallGateway
from hall.store.opening import random_id
from hall.tickets.messages import TakeTicket, TicketTaken
from id_reader.sdt.driver import build as build_reader
from id_reader.sdt.frames import READ, command_frame
from id_reader.sdt.sam_link import Timings
from id_reader.simulator import SdtSimulator
from kiosk.reading import CardDesk
from kiosk.session import Session
from kiosk.surname import load_surname_rules
from launch.bench.crowd import KIOSK, id_number
from launch.bench.figure import Figure, of_times
from launch.bench.serving import BenchBroken, expected
from launch.bench.site import hall_process, local_site, new_state
from launch.paths import ASSETS, PROJECT
from launch.words import table_of, words_of
from printer_drivers.escpos.driver import build as build_printer
from printer_drivers.simulator import build_simulator as build_paper

ROUNDS, ROUNDS_QUICKLY = 100, 15
WARM_UP = 3
MOST_P99_MS = 100.0
POLL_SCALE = 0.1
"""The reader looks for cards ten times as often as it does in a hall, so that a run is short."""
WITHIN_S = 20.0
READ_CARD = command_frame(READ)
CUT = b"\x1dV"
"""GS V cuts the paper: the last thing a slip sends. Dots may hold the bytes too, never later."""

INCLUDES = (
    "the card frame asked for until the last byte of the slip is written: frame decoded, number "
    "taken over HTTP and committed, slip composed, drawn and sent in the driver's steps with the "
    "simulated printer's decoding; without the reader's own 0.7 s, without screens and touches"
)


class TappedLink:
    """A transport that tells when something is written to it."""

    def __init__(self, inner: Transport, on_write: Callable[[bytes], None]) -> None:
        self._inner = inner
        self._on_write = on_write

    def read(self, max_bytes: int, timeout_s: float) -> bytes:
        """Read from the device."""
        return self._inner.read(max_bytes, timeout_s)

    def write(self, data: bytes, timeout_s: float) -> None:
        """Write to the device, then tell."""
        if data == READ_CARD:
            self._on_write(data)
            self._inner.write(data, timeout_s)
        else:
            self._inner.write(data, timeout_s)
            self._on_write(data)

    def drain(self) -> None:
        """Throw away what was not read."""
        self._inner.drain()

    def close(self) -> None:
        """Close the link."""
        self._inner.close()


class StopWatch:
    """Notes when the card was asked for and when the last long write to the printer ended."""

    def __init__(self) -> None:
        self.asked_s = 0.0
        self.written_s = 0.0

    def reader(self, data: bytes) -> None:
        """Note the request for a card's frame."""
        if data == READ_CARD:
            self.asked_s = time.perf_counter()

    def printer(self, data: bytes) -> None:
        """Note a piece of a slip; the last one counts."""
        if CUT in data:
            self.written_s = time.perf_counter()


def measure(quick: bool) -> Iterator[Figure]:
    """Let people put their cards down, one after the other."""
    rounds = ROUNDS_QUICKLY if quick else ROUNDS
    with new_state() as state:
        with local_site(state) as site:
            facts = site.facts
        with hall_process(state) as hall:
            gateway = hall.gateway("kiosk", KIOSK)
            times = _visits(gateway, facts, WARM_UP + rounds)
    yield of_times("card_to_print_job", times[WARM_UP:], includes=INCLUDES, most_p99_ms=MOST_P99_MS)


def _visits(gateway: HallGateway, facts: HallFacts, count: int) -> list[float]:
    watch = StopWatch()
    plate = SdtSimulator(instant_pace)
    paper = build_paper({"real_time": False})
    reader = build_reader(
        lambda: TappedLink(plate.connect(), watch.reader),
        {"timings": Timings(poll_s=Timings().poll_s * POLL_SCALE)},
    )
    printer = build_printer(
        lambda: TappedLink(paper.connect(), watch.printer), {"fonts": str(ASSETS / "fonts")}
    )
    cards: queue.SimpleQueue[CardEvent] = queue.SimpleQueue()
    printed: queue.SimpleQueue[PrintOutcome] = queue.SimpleQueue()
    desk = _Desk(gateway, facts)
    reader.start(cards.put, lambda _: None)
    printer.start(lambda _: None)
    times = []
    try:
        for which in range(count):
            reader.new_session()
            plate.control("present_card", **_card(which))
            slip = desk.slip(_seen(cards))
            printer.print(slip, printed.put)
            outcome = printed.get(timeout=WITHIN_S)
            if outcome.outcome != "printed":
                raise BenchBroken(f"the slip was not printed: {outcome}")
            times.append(watch.written_s - watch.asked_s)
            plate.control("take_card")
            _taken(cards)
    finally:
        reader.stop()
        printer.stop()
    return times


class _Desk:
    """Does what the kiosk does between card and slip, without screens."""

    def __init__(self, gateway: HallGateway, facts: HallFacts) -> None:
        self._gateway = gateway
        self._facts = facts
        self._words = words_of("kiosk")
        self._slip_words = table_of("slip")
        self._matter = facts.matters[0]
        rules = load_surname_rules(PROJECT / "kiosk" / "surnames.toml")
        self._cards = CardDesk(rules, lambda _: True)

    def slip(self, card: IdCard) -> Slip:
        """Take a number for a card and compose its slip."""
        today = datetime.now(ZoneInfo(self._facts.timezone))
        visit = Session(guest=self._cards.guest(card, today.date(), self._words))
        answer = self._gateway.handle(
            TakeTicket(
                command_id=random_id(),
                station_id=KIOSK,
                matter_id=self._matter.id,
                visitor=visit.visitor(),
            )
        )
        taken = expected(answer, TicketTaken)
        ticket = slip_ticket(taken.ticket, self._facts, self._words, today, reprint=False)
        return compose(ticket, self._slip_words)


def _card(which: int) -> dict[str, str]:
    number, born = id_number(which)
    return {"specimen": "elder_76", "id_number": number, "birth_date": f"{born:%Y%m%d}"}


def _seen(cards: queue.SimpleQueue[CardEvent]) -> IdCard:
    while True:
        event = cards.get(timeout=WITHIN_S)
        if isinstance(event, CardSeen):
            return event.card


def _taken(cards: queue.SimpleQueue[CardEvent]) -> None:
    while not isinstance(cards.get(timeout=WITHIN_S), CardTaken):
        continue
