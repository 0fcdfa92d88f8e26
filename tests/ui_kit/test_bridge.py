"""What comes from other threads arrives as signals, and both threads end promptly."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator

import pytest

from devices.camera_port import Picture, Seen
from devices.ports import CardTaken, PaperOut, PrintOutcome, Ready
from hall.kernel.errors import HallUnreachable, NoLongerKept
from hall.kernel.gateway import Snapshot
from hall.kernel.messages import Answer, Command, Event, Happened, MustSnapshot
from ui_kit.bridge import DeviceBridge, HallBridge


class Rang(Event, frozen=True, kw_only=True):
    who: str


class Ring(Command, frozen=True, kw_only=True):
    who: str


class Bells(Event, frozen=True, kw_only=True):
    heard: tuple[str, ...] = ()


class ListFeed:
    """A feed a test fills by hand."""

    def __init__(self) -> None:
        self.items: queue.SimpleQueue[object] = queue.SimpleQueue()

    def __iter__(self) -> Iterator[object]:
        while (item := self.items.get()) is not None:
            if isinstance(item, Exception):
                raise item
            yield item

    def close(self) -> None:
        self.items.put(None)


class SmallHall:
    """A hall of one bell, as a gateway."""

    def __init__(self) -> None:
        self.feeds: queue.SimpleQueue[ListFeed] = queue.SimpleQueue()
        self.snapshots = 0
        self.reachable = True
        self.thread_names: set[str] = set()
        self.blobs: dict[str, bytes] = {}

    def handle(self, command):
        self.thread_names.add(threading.current_thread().name)
        if not self.reachable:
            raise HallUnreachable("no hall")
        return Answer(1, Rang(who=command.who))

    def snapshot(self, board, board_id=""):
        self.snapshots += 1
        return Snapshot(seq=10 * self.snapshots, board=Bells(heard=(f"snapshot {self.snapshots}",)))

    def follow(self, after, board, board_id=""):
        feed = ListFeed()
        self.feeds.put(feed)
        return feed

    def seal(self, data, kind, blob_id=""):
        self.thread_names.add(threading.current_thread().name)
        if not self.reachable:
            raise HallUnreachable("no hall")
        kept = blob_id or f"{kind}-{len(self.blobs)}"
        self.blobs[kept] = data
        return kept

    def unseal(self, blob_id):
        self.thread_names.add(threading.current_thread().name)
        if blob_id not in self.blobs:
            raise NoLongerKept("gone")
        return self.blobs[blob_id]


def heard_also(board: Bells, item: Happened) -> Bells:
    assert isinstance(item.event, Rang)
    return Bells(heard=(*board.heard, item.event.who))


def rang(prev: int, who: str) -> Happened:
    return Happened(seq=prev + 1, prev=prev, at="2026-11-23T02:24:00Z", event=Rang(who=who))


@pytest.fixture
def hall() -> SmallHall:
    return SmallHall()


@pytest.fixture
def bridge(qtbot, hall: SmallHall):
    bridge = HallBridge(hall, "hall", apply=heard_also)
    yield bridge
    assert bridge.stop()


def test_a_command_is_answered_from_another_thread(qtbot, hall, bridge):
    bridge.start()
    command = Ring(command_id="1", who="zhao")
    with qtbot.waitSignal(bridge.answered) as answered:
        bridge.send(command)
    assert answered.args[0] == command
    assert answered.args[1].message == Rang(who="zhao")
    assert hall.thread_names == {"hall-commands"}


def test_a_command_without_an_answer_comes_back_to_be_sent_again(qtbot, hall, bridge):
    hall.reachable = False
    bridge.start()
    with qtbot.waitSignal(bridge.not_answered) as lost:
        bridge.send(Ring(command_id="1", who="zhao"))
    assert isinstance(lost.args[1], HallUnreachable)
    hall.reachable = True
    with qtbot.waitSignal(bridge.answered):
        bridge.send(lost.args[0])


def test_bytes_are_sealed_and_read_again_in_another_thread(qtbot, hall, bridge):
    bridge.start()
    with qtbot.waitSignal(bridge.sealed) as sealed:
        bridge.seal("note", b"strokes", "ink")
    assert sealed.args == ["note", "ink-0"]
    with qtbot.waitSignal(bridge.unsealed) as read:
        bridge.unseal("ink-0")
    assert read.args == ["ink-0", b"strokes"]
    assert hall.thread_names == {"hall-commands"}


def test_bytes_with_an_id_of_their_own_may_be_handed_in_again(qtbot, hall, bridge):
    bridge.start()
    for _ in range(2):
        with qtbot.waitSignal(bridge.sealed) as sealed:
            bridge.seal("job", b"%PDF-", "paper", "job")
        assert sealed.args == ["job", "job"]
    assert hall.blobs == {"job": b"%PDF-"}


def test_bytes_that_could_not_be_sealed_are_told_once_and_not_tried_again(qtbot, hall, bridge):
    hall.reachable = False
    bridge.start()
    with qtbot.waitSignal(bridge.not_sealed) as lost:
        bridge.seal("note", b"strokes", "ink")
    assert lost.args[0] == "note"
    assert isinstance(lost.args[1], HallUnreachable)
    hall.reachable = True
    with qtbot.waitSignal(bridge.answered):
        bridge.send(Ring(command_id="1", who="zhao"))
    assert hall.blobs == {}


def test_a_blob_whose_life_is_over_is_told_as_gone(qtbot, hall, bridge):
    bridge.start()
    with qtbot.waitSignal(bridge.not_unsealed) as gone:
        bridge.unseal("ink-0")
    assert gone.args[0] == "ink-0"
    assert isinstance(gone.args[1], NoLongerKept)


def test_the_board_goes_forward_with_what_happens(qtbot, hall, bridge):
    boards: list[tuple[str, ...]] = []
    bridge.board_changed.connect(lambda board: boards.append(board.heard))
    bridge.start()
    feed = hall.feeds.get(timeout=5)
    feed.items.put(rang(10, "a"))
    feed.items.put(rang(11, "b"))
    qtbot.waitUntil(lambda: len(boards) == 3)
    assert boards[-1] == ("snapshot 1", "a", "b")


@pytest.mark.parametrize("break_", [rang(15, "late"), MustSnapshot(seq=99)])
def test_after_a_gap_a_new_snapshot_is_taken(qtbot, hall, bridge, break_):
    bridge.start()
    feed = hall.feeds.get(timeout=5)
    with qtbot.waitSignal(
        bridge.board_changed, check_params_cb=lambda b: b.heard == ("snapshot 2",)
    ):
        feed.items.put(break_)


def test_a_lost_link_is_told_and_then_mended(qtbot, hall, bridge):
    links: list[bool] = []
    bridge.link_changed.connect(links.append)
    bridge.start()
    hall.feeds.get(timeout=5).items.put(HallUnreachable("cable"))
    qtbot.waitUntil(lambda: links == [True, False, True])


def test_device_threads_speak_through_signals(qtbot):
    bridge = DeviceBridge()
    seen: list[object] = []
    home = threading.current_thread()
    where: list[bool] = []
    bridge.card.connect(seen.append)
    bridge.card.connect(lambda event: where.append(threading.current_thread() is home))
    bridge.device_status.connect(lambda device, status: seen.append((device, status)))
    bridge.printed.connect(lambda job, outcome: seen.append((job, outcome)))

    outcome = PrintOutcome("printed", Ready())

    def device() -> None:
        bridge.on_card(CardTaken(epoch=1))
        bridge.status_of("printer")(PaperOut())
        bridge.print_done("slip-1")(outcome)

    worker = threading.Thread(target=device)
    worker.start()
    qtbot.waitUntil(lambda: len(seen) == 3)
    worker.join()
    assert seen == [CardTaken(epoch=1), ("printer", PaperOut()), ("slip-1", outcome)]
    assert where == [True]


def test_of_what_a_camera_sees_a_busy_window_gets_the_newest_only(qtbot):
    bridge = DeviceBridge()
    told: list[Seen | None] = []
    bridge.looked.connect(lambda: told.append(bridge.newest_look()))
    looks = [Seen("no_paper", Picture(bytes(3), 1, 1)) for _ in range(5)]

    def camera() -> None:
        for one in looks:
            bridge.on_look(one)

    worker = threading.Thread(target=camera)
    worker.start()
    worker.join()
    qtbot.waitUntil(lambda: bool(told))
    assert told == [looks[-1]]
    assert told[0] is looks[-1]
    assert bridge.newest_look() is None
