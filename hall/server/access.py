"""From a bearer token to a role. Each request is looked up, so that a token ends at once."""

from __future__ import annotations

import hmac

from sqlalchemy import Engine

from hall.store.credentials import Credential, find_credential, issue_token

LAUNCHER = Credential("launcher", "")
"""Whoever holds the private token of an embedded hall: may only make credentials."""


class Access:
    """Knows who a token speaks for."""

    def __init__(self, engine: Engine, hall_id: str, private_token: str | None = None) -> None:
        self._engine = engine
        self._hall_id = hall_id
        self._private_token = private_token

    def of_header(self, header: str | None) -> Credential | None:
        """Return the credential of an Authorization header, None when there is none."""
        scheme, _, token = (header or "").partition(" ")
        if scheme.lower() != "bearer" or not token:
            return None
        private = (self._private_token or "").encode()
        if private and hmac.compare_digest(token.encode(), private):
            return LAUNCHER
        return find_credential(self._engine, self._hall_id, token)

    def issue(self, role: str, station_id: str, created_at: str) -> str:
        """Make a credential for a station."""
        return issue_token(self._engine, self._hall_id, Credential(role, station_id), created_at)
