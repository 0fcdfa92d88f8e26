"""The real application on a real socket in this process, and its hall to look into."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx
from websockets.sync.client import ClientConnection, connect

from hall.boards.vocabulary import vocabulary
from hall.client.local import LocalGateway
from hall.client.remote import RemoteGateway
from hall.kernel.clock import ManualClock
from hall.kernel.hall import Hall
from hall.server.access import Access
from hall.server.app import create_app
from hall.server.serving import listen, server_of
from tests.helpers.halls import Story, open_local_hall

BASE = "/api/v1"
PRIVATE = "private"


@dataclass
class Desk:
    """A hall, its application, and a token for each station that asks."""

    hall: Hall
    clock: ManualClock
    access: Access
    client: httpx.Client
    url: str
    tokens: dict[tuple[str, str], str] = field(default_factory=dict)

    @property
    def story(self) -> Story:
        """Tell the hall something past its roles."""
        return Story(LocalGateway(self.hall, "story"))

    def token(self, role: str, station: str = "s") -> str:
        key = (role, station)
        if key not in self.tokens:
            self.tokens[key] = self.access.issue(role, station, "2026-11-23")
        return self.tokens[key]

    def header(self, role: str, station: str = "s") -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token(role, station)}"}

    def post(self, body: bytes, role: str, station: str = "s") -> httpx.Response:
        """Send bytes as a command of a station."""
        return self.client.post(
            f"{BASE}/commands", content=body, headers=self.header(role, station)
        )

    def gateway(self, role: str, station: str = "s") -> RemoteGateway:
        return RemoteGateway(self.url, self.token(role, station), vocabulary())

    def feed(self, role: str, query: str, station: str = "s") -> ClientConnection:
        """Open a feed as any client of the contract would."""
        return connect(
            f"{self.url.replace('http', 'ws', 1)}{BASE}/feed?{query}",
            additional_headers=self.header(role, station),
            compression=None,
            proxy=None,
        )


@contextmanager
def open_desk(folder: Path, heartbeat_s: float = 5.0) -> Iterator[Desk]:
    """Open a hall and serve its application."""
    with open_local_hall(folder) as (hall, clock):
        access = Access(hall.parts.engine, hall.parts.facts.hall_id, PRIVATE)
        app, _ = create_app(hall, access, heartbeat_s)
        listening = listen("127.0.0.1", 0)
        server = server_of(app)
        serving = threading.Thread(
            target=lambda: asyncio.run(server.serve(sockets=[listening])), daemon=True
        )
        serving.start()
        url = f"http://127.0.0.1:{listening.getsockname()[1]}"
        with httpx.Client(base_url=url, trust_env=False, timeout=20) as client:
            desk = Desk(hall, clock, access, client, url)
            yield desk
        server.should_exit = True
        serving.join(20)
        listening.close()
