"""Commands that share a commit: each undone alone, all lost together when the disk refuses."""

import logging
import threading
import uuid

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import IntegrityError

from hall.client.local import LocalGateway
from hall.kernel.errors import BugError, Malformed, StoreFailed
from hall.kernel.messages import Command
from hall.kernel.writer import Writer
from hall.store.engine import migrate, open_engine, sqlite_url
from hall.tickets.messages import OpenDay, TakeTicket, TicketTaken
from tests.helpers.halls import Story, open_local_hall, person
from tests.kernel.gate import Commits, GateClock


class Nonsense(Command):
    """Nobody handles this."""


def wish(**visitor):
    return TakeTicket(
        command_id=str(uuid.uuid4()),
        station_id="kiosk-1",
        matter_id="m-pension",
        visitor=person(**visitor),
    )


def opening():
    return OpenDay(command_id=str(uuid.uuid4()), station_id="manager")


def everything_in(hall):
    tables = ("place", "event", "answer", "due", "ticket", "visitor", "series_count", "counter")
    with hall.parts.engine.connect() as connection:
        return {
            table: connection.execute(text(f"SELECT * FROM {table}")).all()  # noqa: S608
            for table in tables
        }


@pytest.fixture
def gate(tmp_path):
    clock = GateClock()
    with open_local_hall(tmp_path, clock=clock) as (hall, _):
        yield hall, clock


def test_one_that_fails_does_not_undo_those_beside_it(gate):
    hall, clock = gate
    commits = Commits(hall)
    with clock.one_group(hall, opening()):
        before = hall.submit(wish(), "kiosk-1")
        ours = hall.submit(Nonsense(command_id="n"), "kiosk-1")
        theirs = hall.submit(wish(born="gestern"), "kiosk-1")
        after = hall.submit(wish(), "kiosk-1")
    numbers = [answer.result(20).message.ticket.number for answer in (before, after)]
    assert numbers == ["老001", "老002"]
    assert isinstance(ours.exception(20), BugError)
    assert isinstance(theirs.exception(20), Malformed)
    assert commits.are(2)
    seqs = [seq for seq, *_ in hall.events_after(0)]
    assert seqs == list(range(1, hall.seq() + 1))


def test_one_that_fails_half_way_leaves_nothing_of_itself(gate):
    """Its visitor was stored and its number drawn when it failed; the next one gets that number."""
    hall, clock = gate
    with hall.parts.engine.execution_options(writing=True).begin() as connection:
        connection.execute(
            text(
                "CREATE TRIGGER no BEFORE INSERT ON ticket WHEN new.behalf_of = 'agency'"
                " BEGIN SELECT RAISE(ABORT, 'no'); END"
            )
        )
    with clock.one_group(hall, opening()):
        before = hall.submit(wish(), "kiosk-1")
        failing = hall.submit(wish(behalf_of="agency", surname="李"), "kiosk-1")
        after = hall.submit(wish(), "kiosk-1")
    numbers = [answer.result(20).message.ticket.number for answer in (before, after)]
    assert numbers == ["老001", "老002"]
    assert isinstance(failing.exception(20), IntegrityError)
    stored = everything_in(hall)
    assert len(stored["visitor"]) == len(stored["ticket"]) == 2
    assert len(stored["answer"]) == 4
    assert [seq for seq, *_ in hall.events_after(0)] == list(range(1, hall.seq() + 1))


def fill_the_disk(engine, *, pages_left):
    """Let SQLite itself say that the disk is full once so many pages more are written."""

    def limit(connection, _record, _proxy):
        used = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {used + pages_left}")

    def make_room():
        event.remove(engine, "checkout", limit)
        event.listen(
            engine,
            "checkout",
            lambda connection, *_: connection.execute("PRAGMA max_page_count = 1000000"),
        )

    event.listen(engine, "checkout", limit)
    return make_room


def test_a_full_disk_fails_the_whole_group_and_nothing_is_half_stored(gate):
    hall, clock = gate
    for _ in range(3):
        hall.handle(wish(surname="王"), "kiosk-1")
    hall.handle(opening())
    with clock.one_group(hall, opening()):
        before = everything_in(hall)
        make_room = fill_the_disk(hall.parts.engine, pages_left=2)
        answers = [hall.submit(wish(surname="李"), "kiosk-1") for _ in range(40)]
    assert {type(answer.exception(20)) for answer in answers} == {StoreFailed}
    after = everything_in(hall)
    assert {**after, "answer": None} == {**before, "answer": None}
    assert len(after["answer"]) == len(before["answer"]) + 1  # the one that held the writer
    make_room()
    again = hall.handle(wish(), "kiosk-1")
    assert again.message.ticket.number == "老004"
    assert [seq for seq, *_ in hall.events_after(0)] == list(range(1, hall.seq() + 1))


def test_whoever_was_told_of_a_failed_store_may_simply_send_again(gate):
    hall, _ = gate
    once = wish()
    make_room = fill_the_disk(hall.parts.engine, pages_left=0)
    failed = None
    for _ in range(200):  # until the free space of the last pages is used up
        failed = hall.submit(wish(), "kiosk-1").exception(20)
        if failed is not None:
            break
    assert isinstance(failed, StoreFailed)
    with pytest.raises(StoreFailed):
        hall.handle(once, "kiosk-1")
    make_room()
    first = hall.handle(once, "kiosk-1")
    assert isinstance(first.message, TicketTaken)
    assert hall.handle(once, "kiosk-1") == first


@pytest.fixture
def writer(tmp_path):
    engine = open_engine(sqlite_url(tmp_path))
    migrate(engine)
    writer = Writer(engine, lambda: None)
    yield writer
    writer.stop()
    engine.dispose()


def test_a_caller_that_goes_away_does_not_stop_the_writer(writer):
    held = threading.Event()
    first = writer.submit(lambda _: held.wait(20))
    second = writer.submit(lambda _: "done")
    assert not second.cancel()
    held.set()
    assert first.result(20) is True
    assert second.result(20) == "done"
    assert writer.submit(lambda _: "on it goes").result(20) == "on it goes"


def test_a_follower_that_fails_when_woken_stops_nobody(tmp_path, caplog):
    with open_local_hall(tmp_path) as (hall, _):

        def fails():
            raise RuntimeError("the loop is closed")

        woken = threading.Event()
        hall.on_wake(fails)
        hall.on_wake(woken.set)
        story = Story(LocalGateway(hall))
        with caplog.at_level(logging.ERROR):
            story.takes()
            assert woken.wait(20)
            assert story.ticket().number == "老002"
    assert "the loop is closed" in caplog.text


def test_after_the_end_nothing_is_taken_and_nobody_waits_for_ever(writer):
    held = threading.Event()
    under_way = writer.submit(lambda _: held.wait(20))
    ending = threading.Thread(target=writer.stop)
    held.set()
    ending.start()
    ending.join(20)
    assert under_way.result(20) is True
    assert isinstance(writer.submit(lambda _: None).exception(20), StoreFailed)
    assert not writer.alive
