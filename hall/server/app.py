"""The hall over HTTP and WebSocket: decodes and encodes, decides nothing."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, cast, get_args

import msgspec
from fastapi import FastAPI, Request, Response, WebSocket, WebSocketDisconnect
from fastapi.openapi.utils import get_openapi

from hall.boards.catalog import BOARDS
from hall.kernel.errors import Malformed, StoreFailed
from hall.kernel.gateway import BoardKind
from hall.kernel.hall import Hall
from hall.kernel.messages import Command
from hall.kernel.wire import answer_text
from hall.server.access import LAUNCHER, Access
from hall.server.feed import FeedHub
from hall.server.openapi import message_schemas
from hall.server.roles import ROLES, may_see, may_send
from hall.store.credentials import Credential
from hall.store.snapshots import take_snapshot

BODY_LIMIT_BYTES = 64 * 1024
BASE = "/api/v1"


class Refused(Exception):
    """A request is refused; `status` is the HTTP status, `say` one sentence that helps."""

    def __init__(self, status: int, say: str, path: str | None = None) -> None:
        super().__init__(say)
        self.status = status
        self.say = say
        self.path = path


def create_app(hall: Hall, access: Access) -> tuple[FastAPI, FeedHub]:
    """Build the application of one hall; returns it with the hub that counts followers."""
    hub = FeedHub(hall)

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
    app.add_api_route(f"{BASE}/commands", door.commands, methods=["POST"])
    app.add_api_route(f"{BASE}/snapshot", door.snapshot, methods=["GET"])
    app.add_api_route(f"{BASE}/credentials", door.credentials, methods=["POST"])
    app.add_api_websocket_route(f"{BASE}/feed", door.feed)
    app.add_api_route("/healthz", door.healthz, methods=["GET"])
    app.add_api_route("/readyz", door.readyz, methods=["GET"])
    app.add_api_route(
        f"{BASE}/openapi.json",
        lambda: _openapi(app, hall),
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
        command = self._decoded(await _body(request))
        if not may_send(credential.role, credential.station_id, command):
            raise Refused(403, "this credential may not send that command for that station")
        try:
            answer = await asyncio.wrap_future(self._hall.submit(command, credential.station_id))
        except Malformed as fault:
            raise Refused(422, fault.sentence, fault.path) from fault
        except StoreFailed as fault:
            raise Refused(503, str(fault)) from fault
        return _json(answer_text(answer))

    async def snapshot(self, request: Request) -> Response:
        """Take a board as it stands."""
        credential = self._known(request)
        board, board_id = _asked(request.query_params)
        if not may_see(credential.role, credential.station_id, board, board_id):
            raise Refused(403, "this credential may not see that board")
        taken = take_snapshot(self._hall.parts.engine, self._hall.parts.facts, board, board_id)
        return _json(msgspec.json.encode(taken))

    async def feed(self, socket: WebSocket) -> None:
        """Follow a board after a place."""
        credential = self._access.of_header(socket.headers.get("authorization"))
        if credential is None:
            await socket.close(4401, "no such credential")
            return
        try:
            board, board_id = _asked(socket.query_params)
            after = int(socket.query_params.get("after", "0"))
        except (Refused, ValueError):
            await socket.close(4422, "board, id or after cannot be understood")
            return
        if not may_see(credential.role, credential.station_id, board, board_id):
            await socket.close(4403, "this credential may not see that board")
            return
        await socket.accept()
        gone = asyncio.create_task(_until_gone(socket))
        sending = asyncio.create_task(self._send(socket, after, staff=BOARDS[board].for_staff))
        await asyncio.wait((gone, sending), return_when=asyncio.FIRST_COMPLETED)
        for task in (gone, sending):
            task.cancel()
        await asyncio.gather(gone, sending, return_exceptions=True)

    async def credentials(self, request: Request) -> Response:
        """Make a credential for a station; only the launcher of an embedded hall may."""
        if self._known(request) != LAUNCHER:
            raise Refused(403, "only the launcher of this hall makes credentials here")
        try:
            wish = msgspec.json.decode(await _body(request), type=_CredentialWish)
        except msgspec.DecodeError as fault:
            raise Refused(422, str(fault)) from fault
        if wish.role not in ROLES:
            raise Refused(422, f"role is one of {', '.join(ROLES)}", "$.role")
        token = self._access.issue(wish.role, wish.station_id, self._hall.parts.clock.now().iso)
        return _json(msgspec.json.encode({"token": token}))

    async def healthz(self) -> Response:
        """Say that the process is alive."""
        return _json(b'{"alive":true}')

    async def readyz(self) -> Response:
        """Say whether the hall can serve: its tables answer."""
        return _json(msgspec.json.encode({"ready": True, "seq": self._hall.seq()}))

    async def refused(self, _request: Request, fault: Exception) -> Response:
        """Turn a refusal into its status and one sentence."""
        refused = cast(Refused, fault)
        body: dict[str, str] = {"say": refused.say}
        if refused.path:
            body["path"] = refused.path
        return Response(msgspec.json.encode(body), refused.status, media_type="application/json")

    async def _send(self, socket: WebSocket, after: int, *, staff: bool) -> None:
        async for text in self._hub.follow(after, staff=staff):
            await socket.send_text(text)
        await socket.close(1000)

    def _known(self, request: Request) -> Credential:
        credential = self._access.of_header(request.headers.get("authorization"))
        if credential is None:
            raise Refused(401, "send a valid bearer token; `./run token` makes one")
        return credential

    def _decoded(self, body: bytes) -> Command:
        try:
            return self._hall.parts.vocabulary.command(body)
        except msgspec.ValidationError as fault:
            sentence, _, path = str(fault).partition(" - at `")
            raise Refused(422, sentence, path.rstrip("`") or "$") from fault
        except (msgspec.DecodeError, UnicodeDecodeError) as fault:
            raise Refused(422, str(fault), "$") from fault


class _CredentialWish(msgspec.Struct):
    role: str
    station_id: str


async def _body(request: Request) -> bytes:
    """Read a body up to the limit; raises Refused 413 beyond it."""
    parts: list[bytes] = []
    size = 0
    async for part in request.stream():
        size += len(part)
        if size > BODY_LIMIT_BYTES:
            raise Refused(413, f"a body may have {BODY_LIMIT_BYTES} bytes")
        parts.append(part)
    return b"".join(parts)


def _asked(query: Any) -> tuple[BoardKind, str]:  # noqa: ANN401 - starlette's query parameters
    board = query.get("board", "")
    if board not in get_args(BoardKind):
        raise Refused(422, f"board is one of {', '.join(get_args(BoardKind))}", "$.board")
    return cast(BoardKind, board), query.get("id", "")


async def _until_gone(socket: WebSocket) -> None:
    try:
        while True:
            await socket.receive_text()
    except WebSocketDisconnect:
        return


def _json(body: bytes) -> Response:
    return Response(body, media_type="application/json")


def _openapi(app: FastAPI, hall: Hall) -> dict[str, Any]:
    document = get_openapi(title=app.title, version="1", routes=app.routes)
    schemas = document.setdefault("components", {}).setdefault("schemas", {})
    schemas.update(message_schemas(hall.parts.vocabulary))
    post = document["paths"][f"{BASE}/commands"]["post"]
    post["requestBody"] = _content("Command")
    post["responses"]["200"] = {"description": "the answer", **_content("Answer")}
    return document


def _content(name: str) -> dict[str, Any]:
    schema = {"$ref": f"#/components/schemas/{name}"}
    return {"content": {"application/json": {"schema": schema}}}
