"""Nothing that names a person gets past the door; what staff need for the day is forgotten."""

import logging
import traceback
import uuid
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import text

from hall.calls.messages import CallNext, CallTicket, HandOverTicket, OpenCounter
from hall.client.local import LocalGateway
from hall.kernel.clock import Moment
from hall.kernel.errors import Malformed, StoreFailed
from hall.kernel.messages import Person, decode_hook
from hall.kernel.privacy import Keyring, drawable, masked
from hall.kernel.secret import Secret
from hall.tickets.intake import admit
from hall.tickets.messages import CancelTicket, ChangeVisitor, TakeTicket, Visitor
from tests.helpers.facts import FACTS
from tests.helpers.halls import MONDAY_0940, Story, open_local_hall, person

NUMBER, BORN, SURNAME = "410199194005010016", "1940-05-01", "欧阳"
KEPT = ("event", "answer", "due", "ticket", "place", "counter", "help_request", "series_count")


def take(**visitor):
    return TakeTicket(
        command_id=str(uuid.uuid4()),
        station_id="kiosk-1",
        matter_id="m-pension",
        visitor=person(**visitor),
    )


def rows_of(hall, table):
    with hall.parts.engine.connect() as connection:
        return str(connection.execute(text(f"SELECT * FROM {table}")).all())  # noqa: S608


def raw_bytes(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.iterdir() if path.is_file())


def test_a_personal_text_is_printed_by_nothing():
    secret = Secret(NUMBER)
    command = take(number=NUMBER, surname=SURNAME, born=BORN)
    reduced = admit(command, Moment(MONDAY_0940, 0.0), FACTS, Keyring(b"key"))
    shown = [
        repr(secret),
        str(secret),
        f"{secret}",
        f"{secret!s:>30}",
        "%s %r" % (secret, secret),  # noqa: UP031 - the old way must not print it either
        repr([secret]),
        repr(command),
        repr(reduced),
        repr(Keyring(b"the key itself")),
        repr(Person(surname=SURNAME, sex=1)),
    ]
    for one in shown:
        for told in (NUMBER, SURNAME, BORN, "the key itself"):
            assert told not in one
    with pytest.raises(TypeError):
        msgspec.json.encode(secret)


def test_a_personal_text_is_a_short_text_and_nothing_else():
    assert decode_hook(Secret, SURNAME) == Secret(SURNAME)
    for wrong in (5, None, ["x"], "x" * 65):
        with pytest.raises((TypeError, ValueError)):
            decode_hook(Secret, wrong)


def test_a_whole_visit_leaves_no_trace_in_what_is_kept_or_logged(tmp_path, caplog):
    people = [
        (f"41019919{year}05010016", f"{year}-05-01", surname)
        for year, surname in zip(
            range(1930, 1950), "欧阳诸葛司马上官夏侯皇甫尉迟公孙慕容", strict=False
        )
    ]
    with caplog.at_level(logging.DEBUG), open_local_hall(tmp_path) as (hall, clock):
        story = Story(LocalGateway(hall, "kiosk-1"))
        story.says(OpenCounter, counter_id="c1", clerk_id="k1")
        for number, born, surname in people:
            taken = story.ticket(number=number, born=born, surname=surname, needs=("hearing",))
            story.takes(number=number, born=born, surname=surname)
            story.says(
                ChangeVisitor,
                ticket_id=taken.id,
                reason="看过身份证",
                visitor=person(number=number, born=born, surname=surname, claims=("veteran",)),
                station_id="guide-1",
            )
            story.says(CallNext, counter_id="c1")
            clock.advance(30)
            hall.run_due()
        for table in KEPT:
            kept = rows_of(hall, table)
            for told in (told for one in people for told in one):
                assert told not in kept, table
        for number, born, _ in people:
            assert number not in rows_of(hall, "visitor")
            assert born not in rows_of(hall, "visitor")
    for told in (told for one in people for told in one):
        assert told not in caplog.text
    numbers = [number.encode() for number, *_ in people]
    assert not [number for number in numbers if number in raw_bytes(tmp_path)]


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("CREATE TRIGGER no BEFORE INSERT ON visitor BEGIN SELECT RAISE(ABORT, 'no'); END", None),
        ("DROP TABLE visitor", StoreFailed),
    ],
)
def test_a_fault_of_the_database_does_not_quote_who_it_was_about(
    tmp_path, caplog, statement, fault
):
    with caplog.at_level(logging.DEBUG), open_local_hall(tmp_path) as (hall, _):
        with hall.parts.engine.execution_options(writing=True).begin() as connection:
            connection.execute(text(statement))
        failed = hall.submit(take(number=NUMBER, surname=SURNAME, born=BORN)).exception(20)
    assert failed is not None
    assert fault is None or isinstance(failed, fault)
    told = "".join(traceback.format_exception(failed)) + caplog.text
    index = Keyring(b"test key").index(NUMBER)
    assert not [one for one in (NUMBER, SURNAME, BORN, index) if one in told]


@pytest.mark.parametrize(
    ("visitor", "path"),
    [
        ({"born": "gestern"}, "$.visitor.birth_date"),
        ({"born": "1940-13-01"}, "$.visitor.birth_date"),
        ({"born": "19400501"}, "$.visitor.birth_date"),
        ({"born": "1940-W01-1"}, "$.visitor.birth_date"),
        ({"born": "1940-05-01T00:00"}, "$.visitor.birth_date"),
        ({"born": "gestern", "behalf_of": "family", "band": "80_plus"}, "$.visitor.birth_date"),
        ({"card_valid_to": "bald"}, "$.visitor.card_valid_to"),
    ],
)
def test_malformed_input_is_refused_before_anything_is_stored(tmp_path, visitor, path):
    with open_local_hall(tmp_path) as (hall, _):
        before = [rows_of(hall, table) for table in (*KEPT, "visitor")]
        with pytest.raises(Malformed) as refused:
            hall.handle(take(number=NUMBER, **visitor), "kiosk-1")
        assert refused.value.path == path
        assert "gestern" not in str(refused.value)
        assert [rows_of(hall, table) for table in (*KEPT, "visitor")] == before


def test_a_blank_number_is_no_person_and_two_of_them_are_not_the_same(tmp_path):
    with open_local_hall(tmp_path) as (hall, _):
        story = Story(LocalGateway(hall))
        numbers = [story.ticket(number="  ").number for _ in range(2)]
        assert numbers == ["老001", "老002"]


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("他的身份证 410199194005010016 看过", "他的身份证 … 看过"),
        ("号 41019919400501001X。", "号 …。"),
        ("打他电话 138 0000 0000", "打他电话 …"),
        ("打 0370-0000000", "打 …"),
        ("老012 到 3 号窗口，20 分钟", "老012 到 3 号窗口，20 分钟"),
        ("２０００００００００", "…"),
    ],
)
def test_long_numbers_are_taken_out_of_what_staff_write(written, kept):
    assert masked(written) == kept


def test_a_written_reason_is_kept_without_long_numbers_wherever_one_is_given(tmp_path):
    reason = f"换班 {NUMBER}"
    with open_local_hall(tmp_path) as (hall, _):
        story = Story(LocalGateway(hall))
        first, second = story.ticket(), story.ticket()
        for counter in ("c1", "c2"):
            story.says(OpenCounter, counter_id=counter, clerk_id="k1")
        story.says(CallTicket, counter_id="c1", ticket_id=first.id, reason=reason)
        story.says(
            HandOverTicket,
            counter_id="c1",
            ticket_id=first.id,
            to_counter_id="c2",
            reason=reason,
        )
        change = {"ticket_id": second.id, "reason": reason, "station_id": "guide-1"}
        story.says(ChangeVisitor, visitor=person(band="80_plus"), **change)
        story.says(CancelTicket, **change)
        kept = rows_of(hall, "event") + rows_of(hall, "answer")
    assert NUMBER not in kept
    assert kept.count('"reason_text":"换班 …"') == 4  # an answer is kept as the event it is


@pytest.mark.parametrize(
    ("read", "shown"),
    [
        ("王\x00\x1b[2J", "王[2J"),
        ("\u202e王 ", "王"),
        ("\ue864某", "\ue864某"),
        ("𠮷", "𠮷"),
        ("买买提·阿卜杜拉", "买买提·阿卜杜拉"),
    ],
)
def test_a_surname_keeps_its_rare_characters_and_loses_what_cannot_be_drawn(read, shown):
    assert drawable(read) == shown


def test_while_the_hall_runs_on_the_purge_leaves_nothing_on_the_disk(tmp_path):
    with open_local_hall(tmp_path) as (hall, clock):
        story = Story(LocalGateway(hall))
        for _ in range(50):
            story.takes(surname=SURNAME)
        assert SURNAME.encode() in raw_bytes(tmp_path)
        for _ in range(2):
            clock.advance(8 * 3600)
            hall.run_due()
        hall.handle(take())  # the commit after the purge: the disk was settled before it
        assert SURNAME.encode() not in raw_bytes(tmp_path)


def test_the_same_card_has_another_index_in_another_hall():
    assert Keyring(b"one").index(NUMBER) != Keyring(b"two").index(NUMBER)
    assert NUMBER not in Keyring(b"one").index(NUMBER)


def test_a_visitor_who_says_more_than_is_asked_is_not_understood():
    with pytest.raises(msgspec.ValidationError, match="photo"):
        msgspec.convert({"photo": "x"}, Visitor)
