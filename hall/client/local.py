"""The gateway to a hall in this process: tests and one-shot verbs only."""

from __future__ import annotations

import threading
from collections.abc import Iterator

from hall.boards.catalog import BOARDS, BoardType
from hall.kernel.blob_room import id_of, open_blob
from hall.kernel.blobs import NoSuchBlob, ReadBlob, SealBlob
from hall.kernel.errors import NoLongerKept
from hall.kernel.gateway import BlobKind, BoardKind, Snapshot
from hall.kernel.hall import Hall
from hall.kernel.messages import Answer, Command, FeedItem, Happened, MustSnapshot, StandsAt
from hall.store.feeds import can_resume, entries_after
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
        return LocalFeed(self._hall, after, BOARDS[board], board_id)

    def seal(self, data: bytes, kind: BlobKind, blob_id: str = "") -> str:
        """Have bytes kept sealed; with an id made here, once however often it is asked."""
        command = SealBlob(
            command_id=blob_id or self._hall.parts.new_id(),
            station_id=self._station_id,
            blob_kind=kind,
            data=data,
        )
        return id_of(self.handle(command))

    def unseal(self, blob_id: str) -> bytes:
        """Return what is in a blob."""
        parts = self._hall.parts
        answer = self.handle(ReadBlob(command_id=parts.new_id(), blob_id=blob_id))
        blob = None if isinstance(answer.message, NoSuchBlob) else open_blob(parts, blob_id)
        if blob is None:
            raise NoLongerKept("there is no such blob, or not any more")
        return blob.data


class LocalFeed:
    """A feed read straight from the tables."""

    def __init__(self, hall: Hall, after: int, board: BoardType, board_id: str) -> None:
        self._hall = hall
        self._after = after
        self._board = board
        self._board_id = board_id
        self._woken = threading.Event()
        self._closed = threading.Event()
        self._end_wake = hall.on_wake(self._woken.set)

    def __iter__(self) -> Iterator[FeedItem]:
        if not can_resume(self._hall, self._after):
            yield MustSnapshot(self._hall.seq())
            return
        said = self._after
        while not self._closed.is_set():
            self._woken.clear()
            while entries := entries_after(self._hall, self._after):
                for entry in entries:
                    self._after = entry.seq
                    if self._board.hears(entry.event, self._board_id):
                        yield Happened(
                            seq=entry.seq,
                            prev=said,
                            at=entry.at,
                            event=entry.event,
                            people=self._board.people_for(entry.people),
                            attention=self._board.attention_for(entry.event, entry.people),
                        )
                        said = entry.seq
            if not self._woken.wait(HEARTBEAT_S):
                yield StandsAt(self._after)

    def close(self) -> None:
        """End the iteration promptly."""
        self._closed.set()
        self._end_wake()
        self._woken.set()
