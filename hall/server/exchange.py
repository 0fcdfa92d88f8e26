"""What every endpoint does with a request: who asks, what is in the body, how it is answered."""

from __future__ import annotations

import asyncio

import msgspec
from fastapi import Request, Response, WebSocket
from starlette.requests import ClientDisconnect

from hall.kernel.errors import Malformed, StoreFailed
from hall.kernel.hall import Hall
from hall.kernel.messages import Answer, Command
from hall.server.access import Access
from hall.store.credentials import Credential

BODY_LIMIT_BYTES = 64 * 1024


class Refused(Exception):
    """A request is refused; `status` is the HTTP status, `say` one sentence that helps."""

    def __init__(self, status: int, say: str, path: str | None = None) -> None:
        super().__init__(say)
        self.status = status
        self.say = say
        self.path = path


def credential_of(access: Access, request: Request | WebSocket) -> Credential:
    """Return whom a request speaks for; raises Refused 401 when for nobody."""
    credential = access.of_header(request.headers.get("authorization"))
    if credential is None:
        raise Refused(401, "send a valid bearer token; `./run token` makes one")
    return credential


async def body_of(request: Request, limit_bytes: int = BODY_LIMIT_BYTES) -> bytes:
    """Read a body up to a limit; raises Refused 413 beyond it."""
    parts: list[bytes] = []
    size = 0
    try:
        async for part in request.stream():
            size += len(part)
            if size > limit_bytes:
                raise Refused(413, f"a body may have {limit_bytes} bytes")
            parts.append(part)
    except ClientDisconnect as gone:
        raise Refused(400, "the body broke off") from gone
    return b"".join(parts)


async def carried_out(hall: Hall, command: Command, actor: str) -> Answer:
    """Pass a command through the door; raises Refused for what it cannot be or cannot be kept."""
    try:
        return await asyncio.wrap_future(hall.submit(command, actor))
    except Malformed as fault:
        raise Refused(422, fault.sentence, fault.path) from fault
    except StoreFailed as fault:
        raise Refused(503, str(fault)) from fault


def refusal_of(refused: Refused) -> Response:
    """Return a refusal as its status and one sentence."""
    body: dict[str, str] = {"say": refused.say}
    if refused.path:
        body["path"] = refused.path
    return Response(msgspec.json.encode(body), refused.status, media_type="application/json")


def json_of(body: bytes) -> Response:
    """Return JSON that is encoded already."""
    return Response(body, media_type="application/json")
