"""The main job from a taken number to a finished one, with a hall that is a process of its own.

Every command goes over a real socket under the credential of the station that sends it.
"""

from __future__ import annotations

import itertools
import sqlite3
import threading
import uuid
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from counter_console.presenter import ConsolePresenter
from counter_console.views import ConsoleView
from hall.boards.catalog import BOARDS
from hall.boards.console import ConsoleBoard
from hall.calls.messages import (
    CallNext,
    CounterBusy,
    FinishService,
    NobodyWaiting,
    OpenCounter,
    StartService,
    TicketCalled,
)
from hall.client.remote import RemoteGateway
from hall.kernel.errors import HallUnreachable
from hall.kernel.gateway import BoardKind
from hall.kernel.messages import Answer, Command
from hall.tickets.messages import TakeTicket, TicketTaken
from tests.helpers.halls import MONDAY_0940, RemoteHall, open_remote_hall, person
from tests.kiosk.people import STRINGS, card
from tests.kiosk.visit import Visit
from ui_kit.bridge import HallBridge
from ui_kit.strings import load_room

LONG_S = 20.0


def new_id() -> str:
    return str(uuid.uuid4())


def elder_with_a_card(kiosk: RemoteGateway, n: int) -> str:
    """An elder goes the whole way at the kiosk; returns the number on the slip."""
    visit = Visit(kiosk)
    visit.put(card(number=f"4101991951030{n:04d}0"))
    visit.spoken()
    visit.touch("group", "pension")
    visit.touch("matter", "m-pension")
    assert visit.touch("yes") == "slip"
    return f"{visit.slips[0].seal}{visit.slips[0].digits}"


def press_at_once(*clerks: Callable[[], Any]) -> list[Any]:
    """Every clerk presses in the same instant; returns what the hall said to each."""
    said: list[Any] = [None] * len(clerks)
    start = threading.Barrier(len(clerks))

    def press(place: int) -> None:
        start.wait(LONG_S)
        said[place] = clerks[place]()

    together([partial(press, place) for place in range(len(clerks))])
    return said


def together(deeds: list[Callable[[], None]]) -> None:
    threads = [threading.Thread(target=deed) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(LONG_S)
    assert not any(thread.is_alive() for thread in threads)


class Clerk:
    """A clerk at a counter."""

    def __init__(self, remote: RemoteHall, counter_id: str) -> None:
        self.counter_id = counter_id
        self.gateway = remote.gateway("console", counter_id)

    def does(self, command: Callable[..., Command], **fields: Any) -> Answer:
        return self.gateway.handle(
            command(command_id=new_id(), counter_id=self.counter_id, **fields)
        )

    def opens(self) -> None:
        self.does(OpenCounter, clerk_id=f"k{self.counter_id[-1]}")

    def calls(self) -> Any:
        """Press; returns what the hall says to it."""
        return self.does(CallNext).message

    def serves(self, ticket_id: str) -> None:
        self.does(StartService, ticket_id=ticket_id)
        self.does(FinishService, ticket_id=ticket_id)

    def sees(self) -> tuple[ConsoleBoard, ConsoleView]:
        """What a console that has just been started knows and shows of this counter."""
        board = self.gateway.snapshot("console", self.counter_id).board
        assert isinstance(board, ConsoleBoard)
        presenter = ConsolePresenter(
            load_room(STRINGS, "console"),
            load_room(STRINGS, "staff"),
            load_room(STRINGS, "guide"),
            self.counter_id,
            new_id,
        )
        presenter.link_changed(linked=True)
        presenter.board_changed(board)
        return board, presenter.view(MONDAY_0940)


@pytest.fixture
def remote(tmp_path: Path):
    with open_remote_hall(tmp_path) as one:
        yield one


def test_two_clerks_who_press_at_once_never_get_the_same_elder(remote):
    kiosk = remote.gateway("kiosk", "kiosk-1")
    numbers = [elder_with_a_card(kiosk, n) for n in range(11)]
    assert numbers == [f"老{n:03d}" for n in range(1, 12)]
    clerks = [Clerk(remote, "c1"), Clerk(remote, "c2")]
    for clerk in clerks:
        clerk.opens()
    served: list[str] = []
    for _ in range(6):
        said = press_at_once(*(clerk.calls for clerk in clerks))
        for clerk, one in zip(clerks, said, strict=True):
            if isinstance(one, TicketCalled):
                served.append(one.ticket.number)
                clerk.serves(one.ticket.id)
    kinds = Counter(type(one) for one in said)
    assert kinds == {TicketCalled: 1, NobodyWaiting: 1}, "one elder was left for two clerks"
    assert sorted(served) == numbers
    assert remote.gateway("partner", "p").snapshot("queue").board.floor.tickets == {}


def test_a_console_that_dies_comes_back_to_the_elder_it_was_serving(remote):
    kiosk = remote.gateway("kiosk", "kiosk-1")
    number = elder_with_a_card(kiosk, 1)
    clerk = Clerk(remote, "c1")
    clerk.opens()
    ticket = clerk.calls().ticket
    clerk.does(StartService, ticket_id=ticket.id)
    del clerk

    again = Clerk(remote, "c1")
    board, shown = again.sees()
    assert board.ticket is not None
    assert (board.ticket.id, board.ticket.state) == (ticket.id, "serving")
    assert shown.stage.number is not None
    assert shown.stage.number.label == number
    assert "王" in shown.stage.address, "the clerk still knows how to address the elder"
    busy = again.calls()
    assert isinstance(busy, CounterBusy)
    assert busy.ticket.number == number
    again.serves(ticket.id)
    assert again.sees()[0].ticket is None


# The hall is killed again and again while people take numbers and clerks call ------------------


class Rush:
    """Kiosks and clerks at work; each repeats a command until it is answered."""

    def __init__(self, remote: RemoteHall, enough: int) -> None:
        self.enough = enough
        self.given: dict[str, tuple[TakeTicket, Answer]] = {}
        self.called: list[tuple[CallNext, Answer]] = []
        self.finished: list[str] = []
        self.faults = 0
        self._news = threading.Condition()
        self._kiosks = [remote.gateway("kiosk", f"kiosk-{n}") for n in range(1, 4)]
        self._clerks = {one: remote.gateway("console", one) for one in ("c1", "c2")}
        self._people = itertools.count(1)

    def deeds(self) -> list[Callable[[], None]]:
        kiosks = [
            partial(self._give, f"kiosk-{n}", gateway)
            for n, gateway in enumerate(self._kiosks, start=1)
        ]
        clerks = [partial(self._call, one, gateway) for one, gateway in self._clerks.items()]
        return [*kiosks, *clerks]

    def wait_for(self, count: int) -> None:
        with self._news:
            assert self._news.wait_for(lambda: len(self.given) >= count, LONG_S)

    def _give(self, station_id: str, gateway: RemoteGateway) -> None:
        while len(self.given) < self.enough:
            wish = TakeTicket(
                command_id=new_id(),
                station_id=station_id,
                matter_id="m-pension",
                visitor=person(born="1951-03-02", number=f"41019919510302{next(self._people):04d}"),
            )
            answer = self._until_answered(gateway, wish)
            with self._news:
                self.given[wish.command_id] = (wish, answer)
                self._news.notify_all()

    def _call(self, counter_id: str, gateway: RemoteGateway) -> None:
        self._until_answered(
            gateway,
            OpenCounter(command_id=new_id(), counter_id=counter_id, clerk_id=f"k{counter_id[-1]}"),
        )
        while len(self.finished) < self.enough // 2:
            wish = CallNext(command_id=new_id(), counter_id=counter_id)
            answer = self._until_answered(gateway, wish)
            if not isinstance(answer.message, TicketCalled):
                continue
            self.called.append((wish, answer))
            ticket_id = answer.message.ticket.id
            finish = FinishService(command_id=new_id(), counter_id=counter_id, ticket_id=ticket_id)
            self._until_answered(gateway, finish)
            self.finished.append(ticket_id)

    def _until_answered(self, gateway: RemoteGateway, command: Command) -> Answer:
        waiting = threading.Event()
        while True:
            try:
                return gateway.handle(command)
            except HallUnreachable:
                self.faults += 1
                waiting.wait(0.02)


def test_a_hall_killed_again_and_again_loses_and_doubles_nothing(tmp_path):
    with killed_now_and_then(tmp_path, kills=3, people=60) as (remote, rush):
        assert rush.faults > 0, "somebody pressed while the hall was down"
        numbers = [answer.message.ticket.number for _, answer in rush.given.values()]
        assert all(isinstance(answer.message, TicketTaken) for _, answer in rush.given.values())
        assert len(set(numbers)) == len(numbers)

        kiosks = {n: remote.gateway("kiosk", n) for n in ("kiosk-1", "kiosk-2", "kiosk-3")}
        for wish, answer in rush.given.values():
            assert kiosks[wish.station_id].handle(wish) == answer, "asked again, answered the same"
        clerks = {n: remote.gateway("console", n) for n in ("c1", "c2")}
        for call, answer in rush.called:
            assert clerks[call.counter_id].handle(call) == answer
        called = [answer.message.ticket.id for _, answer in rush.called]
        assert len(set(called)) == len(called), "nobody was called to two counters"
        assert set(rush.finished) == set(called)

    events = stored(tmp_path, "SELECT seq, kind FROM event ORDER BY seq")
    assert [seq for seq, _ in events] == list(range(1, len(events) + 1))
    assert Counter(kind for _, kind in events)["TicketTaken"] == len(numbers)
    tickets = stored(tmp_path, "SELECT number, state FROM ticket ORDER BY taken_seq")
    assert [number for number, _ in tickets] == [f"老{n:03d}" for n in range(1, len(tickets) + 1)]
    assert sorted(numbers) == sorted(number for number, _ in tickets)
    states = Counter(state for _, state in tickets)
    assert states == {
        "finished": len(rush.finished), "waiting": len(numbers) - len(rush.finished),
    }  # fmt: skip


@contextmanager
def killed_now_and_then(folder: Path, kills: int, people: int):
    """Let people and clerks rush while the hall is killed; yields it when all have their answer."""
    with ExitStack() as halls:
        remote = halls.enter_context(open_remote_hall(folder))
        port = int(remote.url.rsplit(":", 1)[1])
        rush = Rush(remote, people)
        running = threading.Thread(target=together, args=(rush.deeds(),))
        running.start()
        for number in range(1, kills + 1):
            rush.wait_for(number * people // (kills + 1))
            remote.kill()
            remote = halls.enter_context(open_remote_hall(folder, port=port))
        running.join(LONG_S)
        assert not running.is_alive()
        yield remote, rush


def stored(folder: Path, query: str) -> list[Any]:
    connection = sqlite3.connect(folder / "hall.db")
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


# Stations recover by snapshot -------------------------------------------------------------------


class Station:
    """A station's link to its hall, and the board it shows."""

    def __init__(self, remote: RemoteHall, role: str, board: BoardKind, board_id: str) -> None:
        self.gateway = remote.gateway(role, board_id)
        self.kind: BoardKind = board
        self.board_id = board_id
        self.board: Any = None
        self.links: list[bool] = []
        self.bridge = HallBridge(self.gateway, board, board_id, apply=BOARDS[board].apply)
        self.bridge.board_changed.connect(self.show)
        self.bridge.link_changed.connect(self.links.append)
        self.bridge.start()

    def show(self, board: Any) -> None:
        self.board = board

    def knows_of_the_loss(self) -> bool:
        return self.links[-1:] == [False]

    def stands_like_the_hall(self) -> bool:
        return self.board is not None and self.board == self.hall_says()

    def hall_says(self) -> Any:
        return self.gateway.snapshot(self.kind, self.board_id).board


def test_after_the_hall_was_killed_every_station_shows_what_the_hall_knows(qtbot, tmp_path):
    with ExitStack() as halls:
        remote = halls.enter_context(open_remote_hall(tmp_path))
        clerk = Clerk(remote, "c1")
        clerk.opens()
        kiosk = remote.gateway("kiosk", "kiosk-1")
        first = elder_with_a_card(kiosk, 1)
        stations = [
            Station(remote, "kiosk", "kiosk", "kiosk-1"),
            Station(remote, "console", "console", "c2"),
            Station(remote, "display", "hall", "board-1"),
            Station(remote, "display", "counter", "c1"),
            Station(remote, "guide", "guide", "guide-1"),
        ]
        for station in stations:
            halls.callback(station.bridge.stop)
            qtbot.waitUntil(station.stands_like_the_hall, timeout=10_000)
        remote.kill()
        for station in stations:
            qtbot.waitUntil(station.knows_of_the_loss, timeout=10_000)
        port = int(remote.url.rsplit(":", 1)[1])
        halls.enter_context(open_remote_hall(tmp_path, port=port))
        assert elder_with_a_card(kiosk, 2) == "老002"
        called = clerk.calls()
        assert called.ticket.number == first
        for station in stations:
            qtbot.waitUntil(station.stands_like_the_hall, timeout=10_000)
            assert station.links == [True, False, True]
            assert called.ticket.id in station.board.floor.tickets
