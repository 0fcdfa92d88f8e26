"""Fan-out of events: read once from the tables, sent to everybody whose board hears them."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator, AsyncIterator

from hall.boards.catalog import BoardType
from hall.kernel.hall import Hall
from hall.kernel.wire import happened_text
from hall.store.feeds import FeedEntry, can_resume, entries_after

HEARTBEAT_S = 5.0
QUEUE_LIMIT = 256
"""Events a slow follower may be behind; beyond that it is cut off and takes a snapshot."""


READ_AGAIN_S = 1.0
"""Pause after the tables could not be read: followers hear late rather than never."""

log = logging.getLogger(__name__)


class Follower:
    """One connection's share of the feed: what its board hears, and how far it has been told."""

    def __init__(self, after: int, board: BoardType, board_id: str) -> None:
        self.entries: asyncio.Queue[FeedEntry] = asyncio.Queue(QUEUE_LIMIT)
        self.overrun = asyncio.Event()
        self.seen = after
        self._said = after
        self._board = board
        self._board_id = board_id

    def offer(self, entry: FeedEntry) -> None:
        """Queue one event, or mark the follower as overrun."""
        try:
            self.entries.put_nowait(entry)
        except asyncio.QueueFull:
            self.overrun.set()

    def text_of(self, entry: FeedEntry) -> str | None:
        """Return the text of an event; None when it was told already or is not for this board."""
        if entry.seq <= self.seen:
            return None
        self.seen = entry.seq
        if not self._board.hears(entry.event, self._board_id):
            return None
        prev, self._said = self._said, entry.seq
        people = self._board.people_for(entry.people)
        attention = self._board.attention_for(entry.event, entry.people)
        return happened_text(entry.seq, prev, entry.at, entry.body, people, attention)


class FeedHub:
    """Reads new events once after every commit and hands them to all followers.

    `heartbeat_s` is how often a follower hears that the feed is alive, whatever else it hears.
    """

    def __init__(self, hall: Hall, heartbeat_s: float = HEARTBEAT_S) -> None:
        self._hall = hall
        self._heartbeat_s = heartbeat_s
        self._followers: set[Follower] = set()
        self._seq = hall.seq()
        self._woken = asyncio.Event()

    @property
    def followers(self) -> int:
        """How many follow now."""
        return len(self._followers)

    @property
    def seq(self) -> int:
        """How far events have been handed out."""
        return self._seq

    async def run(self) -> None:
        """Serve until cancelled."""
        loop = asyncio.get_running_loop()
        end_wake = self._hall.on_wake(lambda: loop.call_soon_threadsafe(self._woken.set))
        self._woken.set()
        try:
            while True:
                await self._woken.wait()
                self._woken.clear()
                try:
                    while entries := entries_after(self._hall, self._seq):
                        self._hand_out(entries)
                except Exception:
                    log.exception("events could not be read; tried again soon")
                    await asyncio.sleep(READ_AGAIN_S)
                    self._woken.set()
        finally:
            end_wake()

    async def follow(
        self, after: int, board: BoardType, board_id: str
    ) -> AsyncGenerator[str, None]:
        """Yield the texts of one follower: what it missed, what happens, and heartbeats."""
        if not can_resume(self._hall, after):
            yield self._resnapshot()
            return
        follower = Follower(after, board, board_id)
        upto = self._seq
        self._followers.add(follower)
        try:
            while follower.seen < upto:
                for entry in entries_after(self._hall, follower.seen):
                    if text := follower.text_of(entry):
                        yield text
            async for text in self._live(follower):
                yield text
            yield self._resnapshot()
        finally:
            self._followers.discard(follower)

    async def _live(self, follower: Follower) -> AsyncIterator[str]:
        """Yield events as they come and every heartbeat the place; ends when it is overrun."""
        loop = asyncio.get_running_loop()
        beat_at = loop.time() + self._heartbeat_s
        while not follower.overrun.is_set():
            try:
                async with asyncio.timeout_at(beat_at):
                    entry = await follower.entries.get()
            except TimeoutError:
                beat_at = loop.time() + self._heartbeat_s
                yield f'{{"kind":"at","seq":{follower.seen}}}'
                continue
            if text := follower.text_of(entry):
                yield text

    def _hand_out(self, entries: list[FeedEntry]) -> None:
        for entry in entries:
            for follower in self._followers:
                follower.offer(entry)
            self._seq = entry.seq

    def _resnapshot(self) -> str:
        return f'{{"kind":"resnapshot","seq":{self._hall.seq()}}}'
