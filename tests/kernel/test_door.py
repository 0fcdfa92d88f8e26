"""The door: once only, one transaction, a gapless and linked log, nothing personal in it."""

import threading
import uuid
from typing import Any

import msgspec
import pytest
from sqlalchemy import select, text

from hall.calls.messages import CallNext, FinishService, OpenCounter, TicketCalled
from hall.client.local import LocalGateway
from hall.kernel.audit import audit_link
from hall.kernel.errors import StoreFailed
from hall.kernel.messages import Command
from hall.kernel.rows import EventRow, table_of
from hall.tickets.messages import ReportPrint, TakeTicket, TicketTaken
from tests.helpers.halls import Story, open_local_hall, open_remote_hall, person

NUMBER = "41019919400501001X"


@pytest.fixture
def desk(tmp_path):
    with open_local_hall(tmp_path) as (hall, clock):
        yield hall, Story(LocalGateway(hall, "kiosk-1")), clock


def test_the_log_is_gapless_and_linked(desk):
    hall, story, _ = desk
    for _ in range(5):
        story.takes()
    event = table_of(EventRow)
    with hall.parts.engine.connect() as connection:
        rows = connection.execute(select(event).order_by(event.c.seq)).all()
    assert [row.seq for row in rows] == list(range(1, len(rows) + 1))
    link = ""
    for row in rows:
        link = audit_link(link, row.seq, row.at, row.actor, row.body)
        assert row.link == link


def test_two_fingers_at_once_never_share_a_number(desk):
    hall, story, _ = desk
    taken: list[str] = []

    def take():
        taken.extend(story.ticket().number for _ in range(25))

    people = [threading.Thread(target=take) for _ in range(8)]
    for one in people:
        one.start()
    for one in people:
        one.join()
    assert sorted(taken) == [f"老{n:03d}" for n in range(1, 201)]
    with hall.parts.engine.connect() as connection:
        seqs = [row.seq for row in connection.execute(select(table_of(EventRow).c.seq))]
    assert sorted(seqs) == list(range(1, len(seqs) + 1))


def test_two_clerks_never_take_one_ticket(desk):
    _, story, _ = desk
    waiting = {story.ticket().id for _ in range(20)}
    called = []

    def clerk(counter_id):
        story.says(OpenCounter, counter_id=counter_id, clerk_id="k1")
        while isinstance(said := story.says(CallNext, counter_id=counter_id), TicketCalled):
            called.append(said.ticket.id)
            story.says(FinishService, counter_id=counter_id, ticket_id=said.ticket.id)

    clerks = [threading.Thread(target=clerk, args=(one,)) for one in ("c1", "c2")]
    for one in clerks:
        one.start()
    for one in clerks:
        one.join()
    assert len(called) == 20
    assert set(called) == waiting


def test_a_fault_of_one_command_undoes_only_that_command(desk):
    hall, story, _ = desk

    class Nonsense(Command):
        """Nobody handles this."""

    done = hall.submit(Nonsense(command_id="x"))
    assert isinstance(story.takes(), TicketTaken)
    with pytest.raises(Exception, match="nobody handles Nonsense"):
        done.result()


def test_a_database_that_refuses_keeps_nothing(desk):
    hall, story, _ = desk
    with hall.parts.engine.execution_options(writing=True).begin() as connection:
        connection.execute(text("DROP TABLE series_count"))
    before = hall.seq()
    with pytest.raises(StoreFailed):
        story.takes()
    assert hall.seq() == before


def test_what_names_a_person_is_in_no_event_answer_or_plan(tmp_path):
    with open_local_hall(tmp_path) as (hall, _):
        story = Story(LocalGateway(hall, "kiosk-1"))
        story.takes(born="1940-05-01", number=NUMBER, surname="欧阳")
        with hall.parts.engine.connect() as connection:
            for table in ("event", "answer", "due", "ticket"):
                stored = str(connection.execute(text(f"SELECT * FROM {table}")).all())  # noqa: S608
                for secret in (NUMBER, "欧阳", "1940-05-01", "19400501"):
                    assert secret not in stored, table
    everything = b"".join(path.read_bytes() for path in tmp_path.iterdir() if path.is_file())
    for form in (NUMBER.encode(), NUMBER.encode("utf-16-le"), NUMBER.encode().hex().encode()):
        assert form not in everything


def test_after_the_purge_the_raw_bytes_hold_no_surname(tmp_path):
    with open_local_hall(tmp_path) as (hall, clock):
        Story(LocalGateway(hall, "kiosk-1")).takes(number=NUMBER, surname="欧阳")
        for _ in range(2):
            clock.advance(8 * 3600)
            hall.run_due()
    everything = b"".join(path.read_bytes() for path in tmp_path.iterdir() if path.is_file())
    assert "欧阳".encode() not in everything


def test_what_was_planned_comes_due_after_a_restart_too(tmp_path):
    with open_local_hall(tmp_path) as (hall, clock):
        story = Story(LocalGateway(hall, "kiosk-1"))
        story.says(OpenCounter, counter_id="c1", clerk_id="k1")
        story.takes()
        story.says(CallNext, counter_id="c1")
    with open_local_hall(tmp_path, clock=clock) as (hall, _):
        clock.advance(21)
        hall.run_due()
        board: Any = LocalGateway(hall).snapshot("guide").board
        assert board.floor.counters["c1"].silent is True
        assert hall.run_due() == 0


def test_a_hall_that_was_killed_has_every_number_it_gave(tmp_path):
    wish = TakeTicket(
        command_id=str(uuid.uuid4()),
        station_id="kiosk-1",
        matter_id="m-pension",
        visitor=person(number=NUMBER),
    )
    with open_remote_hall(tmp_path) as remote:
        kiosk = remote.gateway("kiosk", "kiosk-1")
        first = kiosk.handle(wish)
        remote.kill()
    with open_remote_hall(tmp_path) as again:
        kiosk = again.gateway("kiosk", "kiosk-1")
        assert kiosk.handle(wish) == first
        board: Any = kiosk.snapshot("kiosk", "kiosk-1").board
        assert [ticket.number for ticket in board.floor.tickets.values()] == ["老001"]
        said = kiosk.handle(
            ReportPrint(
                command_id="p",
                ticket_id=next(iter(board.floor.tickets)),
                station_id="kiosk-1",
                outcome="printed",
            )
        )
        assert msgspec.to_builtins(said.message)["ticket"]["print_state"] == "printed"
