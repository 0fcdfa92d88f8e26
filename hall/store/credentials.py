"""Credentials of stations: made once, kept as a hash, bound to a role and a station."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass

from sqlalchemy import Engine, insert, select

from hall.kernel.rows import CredentialRow, table_of

TOKEN_BYTES = 32
_CREDENTIAL = table_of(CredentialRow)


@dataclass(frozen=True)
class Credential:
    """Who a token speaks for: a role, and the station or counter it is bound to."""

    role: str
    station_id: str


def issue_token(engine: Engine, hall_id: str, credential: Credential, created_at: str) -> str:
    """Make a token for a station; only its hash is stored, so it can be shown this once."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    with engine.execution_options(writing=True).begin() as connection:
        connection.execute(
            insert(_CREDENTIAL).values(
                token_hash=_hash(token),
                hall_id=hall_id,
                role=credential.role,
                station_id=credential.station_id,
                created_at=created_at,
            )
        )
    return token


def find_credential(engine: Engine, hall_id: str, token: str) -> Credential | None:
    """Return whom a token speaks for, None when nobody."""
    with engine.connect() as connection:
        row = connection.execute(
            select(_CREDENTIAL.c.role, _CREDENTIAL.c.station_id).where(
                _CREDENTIAL.c.hall_id == hall_id, _CREDENTIAL.c.token_hash == _hash(token)
            )
        ).first()
    return None if row is None else Credential(row.role, row.station_id)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
