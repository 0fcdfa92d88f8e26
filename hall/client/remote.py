"""The gateway to a hall on the wire: HTTP for commands and snapshots, a WebSocket for the feed."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from typing import TypeVar
from urllib.parse import quote, urlencode

import msgspec
from websockets.exceptions import ConnectionClosed, InvalidStatus, WebSocketException
from websockets.sync.client import ClientConnection, connect

from hall.boards.catalog import BOARDS
from hall.client.request import Reply, request
from hall.kernel.blobs import media_type_of
from hall.kernel.errors import (
    BugError,
    HallUnreachable,
    Malformed,
    NoLongerKept,
    NotAllowed,
    TooLarge,
)
from hall.kernel.gateway import BlobKind, BoardKind, Snapshot
from hall.kernel.messages import Answer, Command, FeedItem, encode_hook
from hall.kernel.wire import Vocabulary

T = TypeVar("T")
TIMEOUT_S = 2.5
"""A person is told within 3 s that the hall does not answer."""

SILENCE_S = 11.0
"""The feed says something every 5 s; two missed beats mean that the link is dead."""


class _Said(msgspec.Struct):
    say: str = ""
    path: str = "$"


class RemoteGateway:
    """Speaks to a hall over HTTP with a bearer token."""

    def __init__(self, url: str, token: str, words: Vocabulary) -> None:
        self._url = url.rstrip("/")
        self._headers = {"Authorization": f"Bearer {token}"}
        self._words = words

    def handle(self, command: Command) -> Answer:
        """Send one command and wait for its answer."""
        body = msgspec.json.encode(command, enc_hook=encode_hook)
        text = self._ask("POST", "/commands", body, "application/json")
        return _understood(partial(self._words.answer, text))

    def snapshot(self, board: BoardKind, board_id: str = "") -> Snapshot:
        """Take a board."""
        query = urlencode({"board": board, "id": board_id})
        text = self._ask("GET", f"/snapshot?{query}")
        return _understood(partial(_snapshot, text, BOARDS[board].struct))

    def follow(self, after: int, board: BoardKind, board_id: str = "") -> RemoteFeed:
        """Follow what happens after a place."""
        query = urlencode({"after": after, "board": board, "id": board_id})
        address = f"{self._url.replace('http', 'ws', 1)}/api/v1/feed?{query}"
        link = ExitStack()
        try:
            socket = link.enter_context(
                connect(
                    address,
                    additional_headers=self._headers,
                    open_timeout=TIMEOUT_S,
                    close_timeout=1,
                    compression=None,
                    proxy=None,
                )
            )
        except InvalidStatus as fault:
            if fault.response.status_code in (401, 403):
                raise NotAllowed("the hall does not know this station") from fault
            raise HallUnreachable("the hall cannot serve now") from fault
        except (OSError, WebSocketException, TimeoutError) as fault:
            raise HallUnreachable("the hall does not answer") from fault
        return RemoteFeed(socket, link, self._words)

    def seal(self, data: bytes, kind: BlobKind, blob_id: str = "") -> str:
        """Have bytes kept sealed; with an id made here, once however often it is asked."""
        query = f"?{urlencode({'id': blob_id})}" if blob_id else ""
        text = self._ask("POST", f"/blobs{query}", data, media_type_of(kind, data))
        return _understood(partial(_named, text))

    def unseal(self, blob_id: str) -> bytes:
        """Return what is in a blob."""
        return self._ask("GET", f"/blobs/{quote(blob_id, safe='')}")

    def _ask(
        self, method: str, path: str, body: bytes | None = None, media_type: str = ""
    ) -> bytes:
        headers = {**self._headers, "Content-Type": media_type} if media_type else self._headers
        url = f"{self._url}/api/v1{path}"
        return _checked(request(method, url, timeout_s=TIMEOUT_S, headers=headers, body=body))


def _checked(reply: Reply) -> bytes:
    if reply.status == 200:
        return reply.body
    said = _said(reply.body)
    if reply.status in (401, 403):
        raise NotAllowed(said.say)
    if reply.status == 404:
        raise NoLongerKept(said.say)
    if reply.status == 413:
        raise TooLarge(said.say)
    if reply.status == 422:
        raise Malformed(said.path, said.say)
    if reply.status >= 500:
        raise HallUnreachable(said.say or "the hall cannot serve now")
    raise BugError(f"the hall answered {reply.status}: {said.say}")


class _Named(msgspec.Struct):
    blob_id: str


class _SnapshotHead(msgspec.Struct):
    seq: int
    board: msgspec.Raw


class RemoteFeed:
    """A feed over a WebSocket."""

    def __init__(self, socket: ClientConnection, link: ExitStack, words: Vocabulary) -> None:
        self._socket = socket
        self._link = link
        self._words = words
        self._closed = threading.Event()

    def __iter__(self) -> Iterator[FeedItem]:
        while not self._closed.is_set():
            try:
                text = self._socket.recv(timeout=SILENCE_S, decode=False)
            except (ConnectionClosed, TimeoutError, OSError) as fault:
                if self._closed.is_set():
                    return
                raise HallUnreachable("the feed of the hall broke off") from fault
            yield _understood(partial(self._words.feed_item, text))

    def close(self) -> None:
        """End the iteration promptly."""
        self._closed.set()
        self._link.close()


def _named(text: bytes) -> str:
    return msgspec.json.decode(text, type=_Named).blob_id


def _snapshot(text: bytes, board: type[msgspec.Struct]) -> Snapshot:
    head = msgspec.json.decode(text, type=_SnapshotHead)
    return Snapshot(head.seq, msgspec.json.decode(head.board, type=board))


def _understood(read: Callable[[], T]) -> T:
    """Read what was said; a hall of another version, or none at all, is as good as none."""
    try:
        return read()
    except (msgspec.DecodeError, UnicodeDecodeError) as fault:
        raise HallUnreachable("what answers there is no hall of this version") from fault


def _said(body: bytes) -> _Said:
    try:
        return msgspec.json.decode(body, type=_Said)
    except msgspec.DecodeError:
        return _Said()
