"""The least a feed can be: a WebSocket server that sends one text to everybody. A yardstick."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from websockets.asyncio.server import ServerConnection, broadcast, serve


class BareFeed:
    """Sends texts to all who are connected; runs in a thread of its own."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._here: set[ServerConnection] = set()
        self._started = threading.Event()
        self._ending = asyncio.Event()
        self.address = ""
        self._thread = threading.Thread(target=self._run, name="bare-feed", daemon=True)

    def start(self) -> None:
        """Listen on a free port of the loopback."""
        self._thread.start()
        self._started.wait()

    def send(self, text: str) -> None:
        """Send a text to all who are connected."""
        self._loop.call_soon_threadsafe(lambda: broadcast(self._here, text))

    def stop(self) -> None:
        """Close all connections and end."""
        self._loop.call_soon_threadsafe(self._ending.set)
        self._thread.join()

    def _run(self) -> None:
        with asyncio.Runner(loop_factory=lambda: self._loop) as runner:
            runner.run(self._serve())

    async def _serve(self) -> None:
        async with serve(self._greet, "127.0.0.1", 0, compression=None) as server:
            port = next(iter(server.sockets)).getsockname()[1]
            self.address = f"ws://127.0.0.1:{port}"
            self._started.set()
            await self._ending.wait()

    async def _greet(self, connection: ServerConnection) -> None:
        self._here.add(connection)
        await connection.wait_closed()
        self._here.discard(connection)


@contextmanager
def bare_feed() -> Iterator[BareFeed]:
    """Run a bare feed."""
    feed = BareFeed()
    feed.start()
    try:
        yield feed
    finally:
        feed.stop()
