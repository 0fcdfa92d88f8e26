"""The audit chain: whoever changes, drops or swaps what happened is found, at that very event."""

import sqlite3

import pytest
from sqlalchemy import text

from hall.client.local import LocalGateway
from hall.kernel.audit import first_break
from hall.store.engine import open_engine, sqlite_url
from launch.cli import main
from tests.helpers.halls import Story, open_local_hall

LAST = 9


@pytest.fixture
def state(tmp_path):
    with open_local_hall(tmp_path) as (hall, _):
        story = Story(LocalGateway(hall, "kiosk-1"))
        while hall.seq() < LAST:
            story.takes()
    return tmp_path


def broken_at(state):
    engine = open_engine(sqlite_url(state))
    with engine.connect() as connection:
        found = first_break(connection, "hall-1")
    engine.dispose()
    return found


def tamper(state, *statements):
    connection = sqlite3.connect(state / "hall.db")
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def test_a_chain_nobody_touched_is_whole(state):
    assert broken_at(state) is None


@pytest.mark.parametrize("seq", range(1, LAST + 1))
@pytest.mark.parametrize(
    "change",
    [
        "body = replace(body, '001', '999') || ' '",
        "at = '2026-11-23T02:00:00.000+00:00'",
        "actor = 'somebody else'",
        "link = '0'",
    ],
)
def test_a_changed_event_is_named(state, seq, change):
    tamper(state, f"UPDATE event SET {change} WHERE seq = {seq}")  # noqa: S608
    assert broken_at(state) == seq


@pytest.mark.parametrize("seq", range(1, LAST + 1))
def test_a_dropped_event_is_named(state, seq):
    tamper(state, f"DELETE FROM event WHERE seq = {seq}")  # noqa: S608
    assert broken_at(state) == seq


@pytest.mark.parametrize("seq", range(1, LAST))
def test_two_swapped_events_are_named(state, seq):
    tamper(
        state,
        f"UPDATE event SET seq = -1 WHERE seq = {seq}",  # noqa: S608
        f"UPDATE event SET seq = {seq} WHERE seq = {seq + 1}",  # noqa: S608
        f"UPDATE event SET seq = {seq + 1} WHERE seq = -1",  # noqa: S608
    )
    assert broken_at(state) == seq


def test_a_log_that_was_cut_short_is_named(state):
    tamper(state, f"DELETE FROM event WHERE seq > {LAST - 3}")  # noqa: S608
    assert broken_at(state) == LAST - 2


def test_a_hall_that_was_set_back_is_named(state):
    tamper(state, f"UPDATE place SET seq = {LAST - 1}")  # noqa: S608
    assert broken_at(state) == LAST + 1


def test_the_chain_holds_after_the_purge_of_the_people_in_it(tmp_path):
    with open_local_hall(tmp_path) as (hall, clock):
        Story(LocalGateway(hall)).takes(surname="王")
        for _ in range(2):
            clock.advance(8 * 3600)
            hall.run_due()
        with hall.parts.engine.connect() as connection:
            assert connection.execute(text("SELECT count(*) FROM visitor")).scalar() == 0
    assert broken_at(tmp_path) is None


def test_verify_says_that_all_is_whole_or_where_it_breaks(state, capsys):
    assert main(["verify", "--state", str(state)]) == 0
    assert capsys.readouterr().out == "tables and audit chain are whole\n"
    tamper(state, "UPDATE event SET actor = 'x' WHERE seq = 3")
    assert main(["verify", "--state", str(state)]) == 1
    assert capsys.readouterr().out == "the audit chain of hall-1 breaks at event 3\n"


def test_verify_finds_a_damaged_file(state, capsys):
    database = state / "hall.db"
    content = bytearray(database.read_bytes())
    for page in range(2, len(content) // 4096):
        content[page * 4096 : page * 4096 + 64] = b"\xff" * 64
    database.write_bytes(content)
    assert main(["verify", "--state", str(state)]) == 1
    said = capsys.readouterr().out
    assert said.startswith(("the file is damaged: ", "the database cannot be read: "))


def test_verify_of_nothing_says_what_to_do(tmp_path, capsys):
    assert main(["verify", "--state", str(tmp_path)]) == 2
    assert "name its directory with --state" in capsys.readouterr().err
