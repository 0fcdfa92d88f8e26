"""Whether what is stored is whole: the file itself, and the audit chain of every hall in it."""

from __future__ import annotations

from sqlalchemy import Connection, Engine, select
from sqlalchemy.exc import DatabaseError

from hall.kernel.audit import first_break
from hall.kernel.rows import PlaceRow, table_of


def faults_of(engine: Engine) -> list[str]:
    """Return one sentence for everything that is not as it was written; nothing is changed."""
    try:
        with engine.connect() as connection:
            return [*_broken_pages(connection), *_broken_chains(connection)]
    except DatabaseError as fault:
        return [f"the database cannot be read: {fault.orig}"]


def _broken_pages(connection: Connection) -> list[str]:
    if connection.dialect.name != "sqlite":
        return []
    said = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
    return [] if said == ["ok"] else [f"the file is damaged: {line}" for line in said]


def _broken_chains(connection: Connection) -> list[str]:
    halls = connection.execute(select(table_of(PlaceRow).c.hall_id)).scalars().all()
    breaks = {hall_id: first_break(connection, hall_id) for hall_id in halls}
    return [
        f"the audit chain of {hall_id} breaks at event {seq}"
        for hall_id, seq in breaks.items()
        if seq is not None
    ]
