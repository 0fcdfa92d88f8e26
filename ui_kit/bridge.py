"""The two objects of a station that cross threads: one to the hall, one to the devices.

Nothing else does. A worker never touches a widget; what it has to say arrives as a signal.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from functools import partial
from typing import Any

import msgspec
from PySide6.QtCore import QObject, Signal

from devices.camera_port import PageOutcome, Seen
from devices.ports import CardEvent, DeviceStatus, PrintOutcome
from hall.kernel.errors import KnownError
from hall.kernel.gateway import BlobKind, BoardKind, Feed, HallGateway
from hall.kernel.messages import Command, Happened, MustSnapshot

Apply = Callable[[Any, Happened], Any]
"""A board's reducer: board and what happened, to the next board."""

_FIRST_WAIT_S, _LONGEST_WAIT_S = 0.2, 3.0
_SNAPSHOT_PAUSE_S = 0.05  # a hall that ends each feed at once is not asked in a tight circle


class HallBridge(QObject):
    """Sends commands and blobs and follows a board, each in a thread of its own.

    With `apply` the board is carried forward event by event; without it a new snapshot is taken
    after each. `happened` gives every event as it comes (announcements hang on it).
    """

    answered = Signal(object, object)
    """A command and its `Answer`."""
    not_answered = Signal(object, object)
    """A command and the KnownError; the same command may be sent again, it is done once."""
    sealed = Signal(str, str)
    """The name handed in with the bytes, and the id of the blob they became."""
    not_sealed = Signal(str, object)
    """The name handed in with the bytes, and the KnownError; the bytes are not kept."""
    unsealed = Signal(str, object)
    """The id of a blob and the bytes in it."""
    not_unsealed = Signal(str, object)
    """The id of a blob and the KnownError."""
    board_changed = Signal(object)
    happened = Signal(object)
    link_changed = Signal(bool)

    def __init__(
        self, gateway: HallGateway, board: BoardKind, board_id: str = "", *,
        apply: Apply | None = None, parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._gateway = gateway
        self._board: BoardKind = board
        self._board_id = board_id
        self._apply = apply
        self._errands: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._stopping = threading.Event()
        self._feed_lock = threading.Lock()
        self._feed: Feed | None = None
        self._linked: bool | None = None
        self._threads = [
            threading.Thread(target=self._send_all, name="hall-commands", daemon=True),
            threading.Thread(target=self._follow, name="hall-feed", daemon=True),
        ]

    def start(self) -> None:
        """Begin to send and to follow."""
        for thread in self._threads:
            thread.start()

    def send(self, command: Command) -> None:
        """Queue a command; `answered` or `not_answered` tells how it went."""
        self._errands.put(partial(self._send, command))

    def seal(self, name: str, data: bytes, kind: BlobKind, blob_id: str = "") -> None:
        """Queue bytes to be kept sealed; `sealed` or `not_sealed` tells how it went.

        With a `blob_id` made here (uuid4) the same may be asked again: they are kept once.
        """
        self._errands.put(partial(self._seal, name, data, kind, blob_id))

    def unseal(self, blob_id: str) -> None:
        """Queue a reading; `unsealed` or `not_unsealed` tells how it went."""
        self._errands.put(partial(self._unseal, blob_id))

    def stop(self, timeout_s: float = 2.0) -> bool:
        """End both threads; tells whether they ended in time."""
        self._stopping.set()
        self._errands.put(None)
        with self._feed_lock:
            if self._feed is not None:
                self._feed.close()
        for thread in self._threads:
            if thread.is_alive():
                thread.join(timeout_s)
        return not any(thread.is_alive() for thread in self._threads)

    def _send_all(self) -> None:
        while (errand := self._errands.get()) is not None:
            errand()
            del errand  # it may hold what somebody wrote

    def _send(self, command: Command) -> None:
        try:
            answer = self._gateway.handle(command)
        except KnownError as error:
            self.not_answered.emit(command, error)
        else:
            self.answered.emit(command, answer)

    def _seal(self, name: str, data: bytes, kind: BlobKind, blob_id: str) -> None:
        try:
            kept = self._gateway.seal(data, kind, blob_id)
        except KnownError as error:
            self.not_sealed.emit(name, error)
        else:
            self.sealed.emit(name, kept)

    def _unseal(self, blob_id: str) -> None:
        try:
            data = self._gateway.unseal(blob_id)
        except KnownError as error:
            self.not_unsealed.emit(blob_id, error)
        else:
            self.unsealed.emit(blob_id, data)

    def _follow(self) -> None:
        wait_s = _FIRST_WAIT_S
        while not self._stopping.is_set():
            try:
                self._follow_once()
                wait_s = _FIRST_WAIT_S
                self._stopping.wait(_SNAPSHOT_PAUSE_S)
            except KnownError:
                self._set_linked(linked=False)
                self._stopping.wait(wait_s)
                wait_s = min(wait_s * 2, _LONGEST_WAIT_S)

    def _follow_once(self) -> None:
        """Take a snapshot and carry it forward until a gap, a restart or the end."""
        snapshot = self._gateway.snapshot(self._board, self._board_id)
        board, seq = snapshot.board, snapshot.seq
        with self._feed_lock:
            if self._stopping.is_set():
                return
            feed = self._feed = self._gateway.follow(seq, self._board, self._board_id)
        try:
            self._set_linked(linked=True)
            self.board_changed.emit(board)
            for item in feed:
                if self._stopping.is_set() or isinstance(item, MustSnapshot):
                    return
                if isinstance(item, Happened):
                    if item.prev != seq:
                        return
                    seq = item.seq
                    board = self._next_board(board, item)
                    self.happened.emit(item)
                    self.board_changed.emit(board)
        finally:
            with self._feed_lock:
                self._feed = None
            feed.close()

    def _next_board(self, board: msgspec.Struct, item: Happened) -> Any:  # noqa: ANN401  boards share no base but Struct
        if self._apply is not None:
            return self._apply(board, item)
        return self._gateway.snapshot(self._board, self._board_id).board

    def _set_linked(self, *, linked: bool) -> None:
        if linked is not self._linked:
            self._linked = linked
            self.link_changed.emit(linked)


class DeviceBridge(QObject):
    """Turns the callbacks of device threads into signals. The methods may be called anywhere."""

    card = Signal(object)
    """A `CardEvent`."""
    device_status = Signal(str, object)
    """A device's id and its `DeviceStatus`."""
    printed = Signal(str, object)
    """The id handed in with the print job and its `PrintOutcome`."""
    paper_made = Signal(str, object)
    """The id handed in with a paper and its PDF, None when it cannot be made."""
    paper_printed = Signal(str, object)
    """The id handed in with a paper and its `PrintOutcome`."""
    looked = Signal()
    """The camera for papers has seen something: `newest_look` says what."""
    page_came = Signal(str, object)
    """The id handed in with a take and its `PageOutcome`."""
    page_guessed = Signal(str, str)
    """The id handed in with a page and the key of what it looks like, empty for no guess."""
    sound_started = Signal(str)
    sound_ended = Signal(str, bool)
    """The id of a sound and whether it was played to its end."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look_lock = threading.Lock()
        self._look: Seen | None = None

    def on_look(self, seen: Seen) -> None:
        """Take what the camera sees; a window that is busy gets the newest only."""
        with self._look_lock:
            told, self._look = self._look is not None, seen
        if not told:
            self.looked.emit()

    def newest_look(self) -> Seen | None:
        """Return what the camera saw last, once; called from the window's thread."""
        with self._look_lock:
            seen, self._look = self._look, None
        return seen

    def page_taken(self, job_id: str) -> Callable[[PageOutcome], None]:
        """Return the callback of a page that is taken."""
        return lambda outcome: self.page_came.emit(job_id, outcome)

    def guessed(self, job_id: str) -> Callable[[str], None]:
        """Return the callback of a guess."""
        return lambda key: self.page_guessed.emit(job_id, key)

    def on_card(self, event: CardEvent) -> None:
        """Take a card event."""
        self.card.emit(event)

    def status_of(self, device_id: str) -> Callable[[DeviceStatus], None]:
        """Return the status callback of one device."""
        return lambda status: self.device_status.emit(device_id, status)

    def print_done(self, job_id: str) -> Callable[[PrintOutcome], None]:
        """Return the outcome callback of one print job."""
        return lambda outcome: self.printed.emit(job_id, outcome)

    def made(self, job_id: str) -> Callable[[bytes | None], None]:
        """Return the callback of a paper that is made."""
        return lambda pdf: self.paper_made.emit(job_id, pdf)

    def paper_done(self, job_id: str) -> Callable[[PrintOutcome], None]:
        """Return the outcome callback of a paper that is printed."""
        return lambda outcome: self.paper_printed.emit(job_id, outcome)

    def started(self, sound_id: str) -> Callable[[], None]:
        """Return the callback of a sound that begins."""
        return lambda: self.sound_started.emit(sound_id)

    def ended(self, sound_id: str) -> Callable[[bool], None]:
        """Return the callback of a sound that ends."""
        return lambda whole: self.sound_ended.emit(sound_id, whole)
