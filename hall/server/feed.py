"""Fan-out of events: read once from the tables, sent to everybody who follows."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

from hall.kernel.hall import Hall
from hall.kernel.wire import happened_text
from hall.store.feeds import RESUME_LIMIT, FeedEntry, entries_after

HEARTBEAT_S = 5.0
QUEUE_LIMIT = 256
"""Texts a slow follower may be behind; beyond that it is cut off and takes a snapshot."""


class Follower:
    """One connection's share of the feed."""

    def __init__(self, *, staff: bool) -> None:
        self.staff = staff
        self.texts: asyncio.Queue[tuple[int, str]] = asyncio.Queue(QUEUE_LIMIT)
        self.overrun = asyncio.Event()

    def offer(self, seq: int, text: str) -> None:
        """Queue one text, or mark the follower as overrun."""
        try:
            self.texts.put_nowait((seq, text))
        except asyncio.QueueFull:
            self.overrun.set()


class FeedHub:
    """Reads new events once after every commit and hands them to all followers."""

    def __init__(self, hall: Hall) -> None:
        self._hall = hall
        self._followers: set[Follower] = set()
        self._seq = hall.seq()
        self._woken = asyncio.Event()

    @property
    def followers(self) -> int:
        """How many follow now."""
        return len(self._followers)

    async def run(self) -> None:
        """Serve until cancelled."""
        loop = asyncio.get_running_loop()
        end_wake = self._hall.on_wake(lambda: loop.call_soon_threadsafe(self._woken.set))
        self._woken.set()
        try:
            while True:
                await self._woken.wait()
                self._woken.clear()
                while entries := entries_after(self._hall, self._seq):
                    self._hand_out(entries)
        finally:
            end_wake()

    async def follow(self, after: int, *, staff: bool) -> AsyncIterator[str]:
        """Yield the texts of one follower: what it missed, what happens, and heartbeats."""
        if not self._hall.seq() - RESUME_LIMIT <= after <= self._hall.seq():
            yield f'{{"kind":"resnapshot","seq":{self._hall.seq()}}}'
            return
        follower = Follower(staff=staff)
        upto = self._seq
        self._followers.add(follower)
        try:
            last = after
            while last < upto:
                for entry in entries_after(self._hall, last):
                    yield _text(entry, last, staff=staff)
                    last = entry.seq
            while not follower.overrun.is_set():
                try:
                    seq, text = await asyncio.wait_for(follower.texts.get(), HEARTBEAT_S)
                except TimeoutError:
                    yield f'{{"kind":"at","seq":{last}}}'
                    continue
                if seq > last:
                    yield text
                    last = seq
            yield f'{{"kind":"resnapshot","seq":{self._seq}}}'
        finally:
            self._followers.discard(follower)

    def _hand_out(self, entries: list[FeedEntry]) -> None:
        for entry in entries:
            for_staff = _text(entry, self._seq, staff=True)
            for_all = _text(entry, self._seq, staff=False) if entry.people else for_staff
            for follower in self._followers:
                follower.offer(entry.seq, for_staff if follower.staff else for_all)
            self._seq = entry.seq


def _text(entry: FeedEntry, prev: int, *, staff: bool) -> str:
    return happened_text(entry.seq, prev, entry.at, entry.body, entry.people if staff else {})
