"""The gateway to a hall in this process: tests and one-shot verbs only."""

from __future__ import annotations

import threading
from collections.abc import Iterator

from hall.boards.catalog import BOARDS
from hall.kernel.gateway import BoardKind, Snapshot
from hall.kernel.hall import Hall
from hall.kernel.messages import Answer, Command, FeedItem, Happened, MustSnapshot, StandsAt
from hall.store.feeds import RESUME_LIMIT, entries_after
from hall.store.snapshots import take_snapshot

HEARTBEAT_S = 5.0


class LocalGateway:
    """Speaks to the hall directly, with the same manners as the one on the wire."""

    def __init__(self, hall: Hall, station_id: str = "") -> None:
        self._hall = hall
        self._station_id = station_id

    def handle(self, command: Command) -> Answer:
        """Send one command and wait for its answer."""
        return self._hall.handle(command, self._station_id)

    def snapshot(self, board: BoardKind, board_id: str = "") -> Snapshot:
        """Take a board."""
        return take_snapshot(self._hall.parts.engine, self._hall.parts.facts, board, board_id)

    def follow(self, after: int, board: BoardKind, board_id: str = "") -> LocalFeed:
        """Follow what happens after a place."""
        del board_id
        return LocalFeed(self._hall, after, staff=BOARDS[board].for_staff)


class LocalFeed:
    """A feed read straight from the tables."""

    def __init__(self, hall: Hall, after: int, *, staff: bool) -> None:
        self._hall = hall
        self._after = after
        self._staff = staff
        self._woken = threading.Event()
        self._closed = threading.Event()
        self._end_wake = hall.on_wake(self._woken.set)

    def __iter__(self) -> Iterator[FeedItem]:
        if self._hall.seq() - self._after > RESUME_LIMIT:
            yield MustSnapshot(self._hall.seq())
            return
        while not self._closed.is_set():
            self._woken.clear()
            for entry in entries_after(self._hall, self._after):
                yield Happened(
                    seq=entry.seq,
                    prev=self._after,
                    at=entry.at,
                    event=entry.event,
                    people=entry.people if self._staff else {},
                )
                self._after = entry.seq
            if not self._woken.wait(HEARTBEAT_S):
                yield StandsAt(self._after)

    def close(self) -> None:
        """End the iteration promptly."""
        self._closed.set()
        self._end_wake()
        self._woken.set()
