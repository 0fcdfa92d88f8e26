"""A command is carried out once, however often it is sent and wherever the repeat falls."""

import uuid

import pytest
from sqlalchemy import func, select

from hall.client.local import LocalGateway
from hall.kernel.errors import Malformed
from hall.kernel.rows import AnswerRow, table_of
from hall.tickets.messages import AlreadyWaiting, CloseDay, OpenDay, TakeTicket, TicketTaken
from tests.helpers.halls import Story, open_local_hall, person
from tests.kernel.gate import Commits, GateClock

WANG = {"born": "1940-05-01", "number": "410199194005010016"}


def wish(**visitor):
    return TakeTicket(
        command_id=str(uuid.uuid4()),
        station_id="kiosk-1",
        matter_id="m-pension",
        visitor=person(**visitor),
    )


def opening():
    return OpenDay(command_id=str(uuid.uuid4()), station_id="manager")


def test_a_nervous_finger_gets_one_number_even_within_one_commit(tmp_path):
    clock = GateClock()
    with open_local_hall(tmp_path, clock=clock) as (hall, _):
        commits = Commits(hall)
        once = wish()
        with clock.one_group(hall, opening()):
            answers = [hall.submit(once, "kiosk-1") for _ in range(20)]
        first, *others = [answer.result(20) for answer in answers]
        assert isinstance(first.message, TicketTaken)
        assert others == [first] * 19
        assert commits.are(2)
        assert len(Story(LocalGateway(hall)).look().floor.tickets) == 1


def test_two_presses_of_one_person_within_one_commit_give_one_number_too(tmp_path):
    clock = GateClock()
    with open_local_hall(tmp_path, clock=clock) as (hall, _):
        with clock.one_group(hall, opening()):
            answers = [hall.submit(wish(**WANG), "kiosk-1") for _ in range(2)]
        first, second = [answer.result(20).message for answer in answers]
        assert isinstance(first, TicketTaken)
        assert isinstance(second, AlreadyWaiting)
        assert second.ticket.number == first.ticket.number


def test_a_repeat_after_a_restart_gets_the_first_answer_again(tmp_path):
    once = wish()
    with open_local_hall(tmp_path) as (hall, _):
        first = hall.handle(once, "kiosk-1")
    with open_local_hall(tmp_path) as (hall, _):
        seq = hall.seq()
        assert hall.handle(once, "kiosk-1") == first
        assert hall.seq() == seq


def test_a_refusal_is_an_answer_and_stays_the_answer(tmp_path):
    with open_local_hall(tmp_path) as (hall, _):
        story = Story(LocalGateway(hall))
        story.says(CloseDay, station_id="manager")
        once = wish()
        refused = hall.handle(once, "kiosk-1")
        story.says(OpenDay, station_id="manager")
        assert hall.handle(once, "kiosk-1") == refused
        assert isinstance(hall.handle(wish(), "kiosk-1").message, TicketTaken)


def test_what_was_malformed_may_be_sent_again_under_its_id_once_it_is_right(tmp_path):
    with open_local_hall(tmp_path) as (hall, _):
        wrong = wish(born="1940-13-01")
        with pytest.raises(Malformed):
            hall.handle(wrong, "kiosk-1")
        answers = table_of(AnswerRow)
        with hall.parts.engine.connect() as connection:
            kept = connection.scalar(
                select(func.count()).where(answers.c.command_id == wrong.command_id)
            )
        assert kept == 0
        right = TakeTicket(
            command_id=wrong.command_id,
            station_id="kiosk-1",
            matter_id="m-pension",
            visitor=person(born="1940-12-01"),
        )
        assert isinstance(hall.handle(right, "kiosk-1").message, TicketTaken)


def test_nobody_can_use_up_the_halls_own_plans(tmp_path):
    """The scheduled opening passes, whatever command ids stations make up."""
    with open_local_hall(tmp_path) as (hall, clock):
        story = Story(LocalGateway(hall))
        clock.advance(8 * 3600)
        hall.run_due()
        story.says(OpenDay, command_id="open-2026-11-24", station_id="manager")
        story.says(CloseDay, station_id="manager")
        clock.advance(15 * 3600)
        hall.run_due()
        assert story.look().floor.date == "2026-11-24"
