"""The hall over HTTP and WebSocket: decodes and encodes, decides nothing."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, cast, get_args

import msgspec
from fastapi import FastAPI, Request, Response, WebSocket, WebSocketDisconnect
from sqlalchemy.exc import SQLAlchemyError

from hall.boards.catalog import BOARDS, BoardType
from hall.kernel.gateway import BoardKind
from hall.kernel.hall import Hall
from hall.kernel.messages import Answer, Command
from hall.kernel.wire import answer_text
from hall.server.access import LAUNCHER, Access
from hall.server.at_work import AtWork
from hall.server.blobs import SEALING_DOCUMENT, UNSEALING_DOCUMENT, BlobDoor
from hall.server.exchange import (
    Refused,
    body_of,
    carried_out,
    credential_of,
    json_of,
    refusal_of,
)
from hall.server.feed import HEARTBEAT_S, FeedHub
from hall.server.openapi import document_of
from hall.server.roles import ROLES, may_see, may_send, needs_sign_in
from hall.staff.messages import NobodySignedIn
from hall.store.credentials import Credential
from hall.store.snapshots import take_snapshot
from hall.tickets.messages import Short

PLACE_DIGITS = 15
BASE = "/api/v1"

log = logging.getLogger(__name__)


def create_app(
    hall: Hall, access: Access, heartbeat_s: float = HEARTBEAT_S
) -> tuple[FastAPI, FeedHub]:
    """Build the application of one hall; returns it with the hub that counts followers."""
    hub = FeedHub(hall, heartbeat_s)

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        task = asyncio.create_task(hub.run())
        yield
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

    app = FastAPI(
        title="Silverhall",
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
    )
    door = _Door(hall, access, hub)
    app.add_exception_handler(Refused, door.refused)
    app.add_exception_handler(SQLAlchemyError, door.no_answer)
    app.add_api_route(f"{BASE}/commands", door.commands, methods=["POST"])
    blobs = BlobDoor(hall, access)
    app.add_api_route(f"{BASE}/blobs", blobs.seal, methods=["POST"], openapi_extra=SEALING_DOCUMENT)
    app.add_api_route(
        f"{BASE}/blobs/{{blob_id}}",
        blobs.unseal,
        methods=["GET"],
        response_class=Response,
        openapi_extra=UNSEALING_DOCUMENT,
    )
    app.add_api_route(f"{BASE}/snapshot", door.snapshot, methods=["GET"])
    app.add_api_route(f"{BASE}/credentials", door.credentials, methods=["POST"])
    app.add_api_websocket_route(f"{BASE}/feed", door.feed)
    app.add_api_route("/healthz", door.healthz, methods=["GET"])
    app.add_api_route("/readyz", door.readyz, methods=["GET"])
    app.add_api_route(
        f"{BASE}/openapi.json",
        lambda: document_of(app, f"{BASE}/commands", hall.parts.vocabulary),
        methods=["GET"],
        include_in_schema=False,
    )
    return app, hub


class _Door:
    """The endpoints of one hall."""

    def __init__(self, hall: Hall, access: Access, hub: FeedHub) -> None:
        self._hall = hall
        self._access = access
        self._hub = hub

    async def commands(self, request: Request) -> Response:
        """Carry out one command, once; the answer is the event or the refusal."""
        credential = self._known(request)
        command = self._decoded(await body_of(request))
        if not may_send(credential.role, credential.station_id, command):
            raise Refused(403, "this credential may not send that command for that station")
        at_work = AtWork(self._hall, credential)
        if at_work.nobody and needs_sign_in(credential.role, command):
            return json_of(answer_text(Answer(self._hall.seq(), NobodySignedIn())))
        answer = await carried_out(self._hall, command, at_work.actor)
        return json_of(answer_text(answer))

    async def snapshot(self, request: Request) -> Response:
        """Take a board as it stands."""
        board, board_id = self._wanted(request)
        taken = take_snapshot(self._hall.parts.engine, self._hall.parts.facts, board, board_id)
        return json_of(msgspec.json.encode(taken))

    async def feed(self, socket: WebSocket) -> None:
        """Follow a board after a place; a refusal has its status here too, before the handshake."""
        try:
            board, board_id = self._wanted(socket)
            after = _place(socket.query_params.get("after", "0"))
        except Refused as refused:
            await socket.send_denial_response(refusal_of(refused))
            return
        await socket.accept()
        gone = asyncio.create_task(_until_gone(socket))
        sending = asyncio.create_task(self._send(socket, after, BOARDS[board], board_id))
        await asyncio.wait((gone, sending), return_when=asyncio.FIRST_COMPLETED)
        for task in (gone, sending):
            task.cancel()
        await asyncio.gather(gone, sending, return_exceptions=True)

    async def credentials(self, request: Request) -> Response:
        """Make a credential for a station; only the launcher of an embedded hall may."""
        if self._known(request) != LAUNCHER:
            raise Refused(403, "only the launcher of this hall makes credentials here")
        try:
            wish = msgspec.json.decode(await body_of(request), type=_CredentialWish)
        except (msgspec.DecodeError, RecursionError) as fault:
            raise Refused(422, str(fault)) from fault
        if wish.role not in ROLES:
            raise Refused(422, f"role is one of {', '.join(ROLES)}", "$.role")
        token = self._access.issue(wish.role, wish.station_id, self._hall.parts.clock.now().iso)
        return json_of(msgspec.json.encode({"token": token}))

    async def healthz(self) -> Response:
        """Say that the process is alive."""
        return json_of(b'{"alive":true}')

    async def readyz(self) -> Response:
        """Say whether the hall can serve: its tables answer and commands are carried out."""
        seq = self._hall.seq()
        if not self._hall.ready:
            raise Refused(503, "the hall is ending")
        return json_of(msgspec.json.encode({"ready": True, "seq": seq}))

    async def refused(self, _request: Request, fault: Exception) -> Response:
        """Turn a refusal into its status and one sentence."""
        return refusal_of(cast(Refused, fault))

    async def no_answer(self, _request: Request, fault: Exception) -> Response:
        """Say that the tables cannot be read now; the fault itself goes to the log only."""
        log.error("the database does not answer", exc_info=fault)
        return refusal_of(Refused(503, "the database does not answer; try again"))

    async def _send(self, socket: WebSocket, after: int, board: BoardType, board_id: str) -> None:
        async for text in self._hub.follow(after, board, board_id):
            await socket.send_text(text)
        await socket.close(1000)

    def _known(self, request: Request | WebSocket) -> Credential:
        return credential_of(self._access, request)

    def _wanted(self, asking: Request | WebSocket) -> tuple[BoardKind, str]:
        """Return the board that is asked for, once it is known that this credential may see it."""
        credential = self._known(asking)
        board, board_id = _asked(asking.query_params)
        if not may_see(credential.role, credential.station_id, board, board_id):
            raise Refused(403, "this credential may not see that board")
        return board, board_id

    def _decoded(self, body: bytes) -> Command:
        try:
            return self._hall.parts.vocabulary.command(body)
        except msgspec.ValidationError as fault:
            sentence, _, path = str(fault).partition(" - at `")
            if "matching regex" in sentence:
                sentence = "Expected text without control characters"
            raise Refused(422, sentence, path.rstrip("`") or "$") from fault
        except (msgspec.DecodeError, UnicodeDecodeError) as fault:
            raise Refused(422, str(fault), "$") from fault
        except RecursionError as fault:
            raise Refused(422, "JSON is nested too deeply", "$") from fault


class _CredentialWish(msgspec.Struct):
    role: str
    station_id: Short


def _asked(query: Any) -> tuple[BoardKind, str]:  # noqa: ANN401 - starlette's query parameters
    board = query.get("board", "")
    if board not in get_args(BoardKind):
        raise Refused(422, f"board is one of {', '.join(get_args(BoardKind))}", "$.board")
    return cast(BoardKind, board), query.get("id", "")


def _place(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= PLACE_DIGITS):
        raise Refused(422, "after is the place of the last event seen, a number from 0", "$.after")
    return int(text)


async def _until_gone(socket: WebSocket) -> None:
    try:
        while True:
            await socket.receive_text()
    except WebSocketDisconnect:
        return
