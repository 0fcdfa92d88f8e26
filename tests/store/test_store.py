"""Tables, keys and credentials."""

import stat

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import select, text
from sqlmodel import SQLModel

from hall.client.local import LocalGateway
from hall.kernel.rows import table_of
from hall.store.credentials import Credential, find_credential, issue_token
from hall.store.engine import migrate, open_engine, sqlite_url
from hall.store.keys import load_keyring
from hall.tickets.rows import WAITING, TicketRow
from tests.helpers.halls import Story, open_local_hall


def test_the_migrations_give_exactly_the_declared_tables(tmp_path):
    engine = open_engine(sqlite_url(tmp_path))
    migrate(engine)
    migrate(engine)
    with engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), SQLModel.metadata)
    assert differences == []
    engine.dispose()


def test_sqlite_is_set_to_survive_a_power_cut(tmp_path):
    engine = open_engine(sqlite_url(tmp_path))
    with engine.connect() as connection:
        assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"
        assert connection.execute(text("PRAGMA synchronous")).scalar() == 2
    engine.dispose()


def test_the_head_of_a_queue_is_found_through_the_partial_index(tmp_path):
    with open_local_hall(tmp_path) as (hall, _):
        Story(LocalGateway(hall)).takes()
        ticket = table_of(TicketRow).c
        query = (
            select(ticket.ticket_id)
            .where(ticket.hall_id == "h", ticket.day_id == "d", ticket.queue == "q")
            .where(ticket.priority == "age_60", text(WAITING))
            .order_by(ticket.front, ticket.tier, ticket.place_s, ticket.taken_seq)
        )
        sql = str(query.compile(hall.parts.engine, compile_kwargs={"literal_binds": True}))
        with hall.parts.engine.connect() as connection:
            plan = str(connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql} LIMIT 1").all())
    assert "USING INDEX ticket_heads" in plan
    assert "TEMP B-TREE" not in plan


def test_every_row_belongs_to_a_hall():
    for table in SQLModel.metadata.sorted_tables:
        assert "hall_id" in table.columns, table.name
    assert {"series", "issuer"} <= set(SQLModel.metadata.tables["ticket"].columns.keys())


def test_keys_are_made_once_and_for_their_owner_only(tmp_path):
    first = load_keyring(tmp_path)
    assert load_keyring(tmp_path).index("x") == first.index("x")
    assert stat.S_IMODE((tmp_path / "keys" / "index.key").stat().st_mode) == 0o600


def test_a_token_is_kept_as_a_hash_only(tmp_path):
    engine = open_engine(sqlite_url(tmp_path))
    migrate(engine)
    token = issue_token(engine, "hall-1", Credential("kiosk", "kiosk-1"), "2026-11-23")
    assert find_credential(engine, "hall-1", token) == Credential("kiosk", "kiosk-1")
    assert find_credential(engine, "hall-2", token) is None
    assert find_credential(engine, "hall-1", token + "x") is None
    with engine.connect() as connection:
        assert token not in str(connection.execute(text("SELECT * FROM credential")).all())
    engine.dispose()
