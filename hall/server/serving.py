"""Runs the application on a socket, and ends it when nobody needs it any more."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable

import uvicorn
from fastapi import FastAPI

from hall.server.exchange import BODY_LIMIT_BYTES
from hall.server.feed import FeedHub

WITHOUT_STATIONS_S = 8.0
"""An embedded hall ends this long after its last station has gone."""

FIRST_STATION_S = 60.0
"""An embedded hall nobody ever joined ends after this time."""


def listen(host: str, port: int) -> socket.socket:
    """Open the listening socket; port 0 takes any free one. Raises OSError."""
    listening = socket.create_server((host, port), backlog=256)
    # Accepted connections inherit this; without it each answer waits 40 ms for a delayed ACK.
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listening


def serve(
    app: FastAPI,
    hub: FeedHub,
    listening: socket.socket,
    on_ready: Callable[[], None],
    *,
    embedded: bool,
) -> None:
    """Serve until a signal comes or, when embedded, until the last station has gone."""
    asyncio.run(_serve(server_of(app), hub, listening, on_ready, embedded=embedded))


def server_of(app: FastAPI) -> uvicorn.Server:
    """Return a server for the application; it ends when `should_exit` is set."""
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        ws="websockets-sansio",
        ws_max_size=BODY_LIMIT_BYTES,
        ws_ping_interval=5.0,
        ws_ping_timeout=10.0,
        timeout_graceful_shutdown=2,
    )
    return uvicorn.Server(config)


async def _serve(
    server: uvicorn.Server,
    hub: FeedHub,
    listening: socket.socket,
    on_ready: Callable[[], None],
    *,
    embedded: bool,
) -> None:
    watching = asyncio.create_task(_end_when_alone(server, hub)) if embedded else None
    on_ready()
    await server.serve(sockets=[listening])
    if watching is not None:
        watching.cancel()
        await asyncio.gather(watching, return_exceptions=True)


async def _end_when_alone(server: uvicorn.Server, hub: FeedHub) -> None:
    patience_s = FIRST_STATION_S
    alone_s = 0.0
    while alone_s < patience_s:
        await asyncio.sleep(1.0)
        if hub.followers:
            patience_s, alone_s = WITHOUT_STATIONS_S, 0.0
        else:
            alone_s += 1.0
    server.should_exit = True
