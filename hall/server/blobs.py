"""Sealed blobs over HTTP: bytes come in as they are and go out the same way."""

from __future__ import annotations

from typing import Any

import msgspec
from fastapi import Request, Response

from hall.kernel.blob_room import id_of, open_blob
from hall.kernel.blobs import (
    BLOB_LIMIT_BYTES,
    JPEG_MEDIA_TYPE,
    MEDIA_TYPES,
    NoSuchBlob,
    ReadBlob,
    SealBlob,
    kind_of,
    media_type_of,
)
from hall.kernel.errors import Malformed
from hall.kernel.hall import Hall
from hall.server.access import Access
from hall.server.at_work import AtWork
from hall.server.exchange import Refused, body_of, carried_out, credential_of, json_of
from hall.server.roles import may_seal, may_unseal

LONGEST_ID = 64

_BYTES: dict[str, Any] = {
    media_type: {"schema": {"type": "string", "format": "binary"}}
    for media_type in (*MEDIA_TYPES.values(), JPEG_MEDIA_TYPE)
}
_NAMED = {"type": "object", "properties": {"blob_id": {"type": "string"}}, "required": ["blob_id"]}
_ID = {
    "name": "id",
    "in": "query",
    "required": False,
    "description": "made by the client (uuid4): a body that is sent again with it is kept once",
    "schema": {"type": "string", "maxLength": LONGEST_ID},
}
SEALING_DOCUMENT: dict[str, Any] = {
    "parameters": [_ID],
    "requestBody": {"required": True, "content": _BYTES},
    "responses": {
        "200": {"description": "kept", "content": {"application/json": {"schema": _NAMED}}}
    },
}
UNSEALING_DOCUMENT: dict[str, Any] = {
    "responses": {"200": {"description": "what is in the blob", "content": _BYTES}}
}


class BlobDoor:
    """The endpoints of sealed blobs of one hall."""

    def __init__(self, hall: Hall, access: Access) -> None:
        self._hall = hall
        self._access = access

    async def seal(self, request: Request) -> Response:
        """Keep a body sealed for a short time; the answer names it."""
        credential = credential_of(self._access, request)
        kind = kind_of(request.headers.get("content-type", ""))
        if not may_seal(credential.role, kind or "ink"):
            raise Refused(403, "this credential may not hand in blobs of that kind")
        if kind is None:
            raise Refused(422, f"the content type is one of {', '.join(MEDIA_TYPES.values())}")
        blob_id = request.query_params.get("id") or self._hall.parts.new_id()
        if not _may_be_id(blob_id):
            raise Refused(422, f"id is printable, of at most {LONGEST_ID} characters", "$.id")
        data = await body_of(request, BLOB_LIMIT_BYTES)
        command = SealBlob(
            command_id=blob_id, station_id=credential.station_id, blob_kind=kind, data=data
        )
        answer = await carried_out(self._hall, command, credential.station_id)
        try:
            return json_of(msgspec.json.encode({"blob_id": id_of(answer)}))
        except Malformed as fault:
            raise Refused(422, fault.sentence, fault.path) from fault

    async def unseal(self, request: Request, blob_id: str) -> Response:
        """Show staff what is in a blob, once it is on record that they asked."""
        credential = credential_of(self._access, request)
        if not may_unseal(credential.role):
            raise Refused(403, "this credential may not read blobs")
        if not _may_be_id(blob_id):
            raise Refused(404, "there is no such blob")
        at_work = AtWork(self._hall, credential)
        if at_work.nobody:
            raise Refused(403, "sign in at this station first")
        command = ReadBlob(command_id=self._hall.parts.new_id(), blob_id=blob_id)
        answer = await carried_out(self._hall, command, at_work.actor)
        gone = isinstance(answer.message, NoSuchBlob)
        blob = None if gone else open_blob(self._hall.parts, blob_id)
        if blob is None:
            raise Refused(404, "there is no such blob, or not any more")
        headers = {"Cache-Control": "no-store"}
        return Response(blob.data, media_type=media_type_of(blob.kind, blob.data), headers=headers)


def _may_be_id(text: str) -> bool:
    return len(text) <= LONGEST_ID and text.isprintable()
