"""From an address to an engine; SQLite by default, written to survive a power cut."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, create_engine, event

BUSY_TIMEOUT_MS = 5000
"""How long SQLite waits for another process, for instance a backup, before it gives up."""


def open_engine(url: str) -> Engine:
    """Open an engine; SQLite runs in WAL with synchronous=FULL and takes the write lock at once.

    NORMAL would lose acknowledged numbers at a power cut and buys nothing end to end. A fault of
    the database never quotes the values of its statement: logs would keep them.
    """
    engine = create_engine(url, hide_parameters=True)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def sqlite_url(state: Path) -> str:
    """Return the address of the embedded database in a state directory."""
    return f"sqlite:///{state / 'hall.db'}"


def migrate(engine: Engine, version: str = "head") -> None:
    """Bring the tables to a version, the newest if none is named."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, version)


def scrub(engine: Engine) -> None:
    """Write over what was deleted: SQLite keeps it in the write-ahead log until then.

    Where a reader holds the log open, what is left of it goes with a later call.
    """
    if engine.dialect.name == "sqlite":
        with closing(engine.raw_connection()) as connection:
            connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _prepare_sqlite(connection: Any, _record: object) -> None:  # noqa: ANN401 - a DBAPI connection
    connection.isolation_level = None
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "secure_delete=ON",
        f"busy_timeout={BUSY_TIMEOUT_MS}",
    ):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin_sqlite(connection: Connection) -> None:
    """Start a transaction by ourselves; the driver's own way breaks savepoints."""
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
