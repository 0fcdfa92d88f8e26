"""The audit chain: each event carries a hash over itself and over the link of the one before."""

from __future__ import annotations

import hashlib

from sqlalchemy import Connection

from hall.kernel.statements import ALL_EVENTS, FIND_PLACE

READ_AT_ONCE = 1000


def audit_link(previous: str, seq: int, at: str, actor: str, body: str) -> str:
    """Return the link of an event: sha256 over the previous link and all that is said of it."""
    told = "\n".join((previous, str(seq), at, actor, body))
    return hashlib.sha256(told.encode()).hexdigest()


def first_break(connection: Connection, hall_id: str) -> int | None:
    """Return the `seq` of the first event that is missing or not what was written.

    None when the chain is whole and ends where the hall stands. Whoever can write the tables can
    also write a new chain; that is found only against a link kept elsewhere.
    """
    place = connection.execute(FIND_PLACE, {"hall": hall_id}).one()
    seq, link = 0, ""
    for event in connection.execute(ALL_EVENTS, {"hall": hall_id}).yield_per(READ_AT_ONCE):
        expected = audit_link(link, seq + 1, event.at, event.actor, event.body)
        if event.seq != seq + 1 or event.link != expected:
            return seq + 1
        seq, link = event.seq, event.link
    if (place.seq, place.link) != (seq, link):
        return seq + 1
    return None
