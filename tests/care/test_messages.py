"""A short message leaves the hall at least once after the commit, and says nothing personal."""

from __future__ import annotations

import logging
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import msgspec
import pytest

from hall.care.home_visits.messages import BookHomeVisit
from hall.care.mail.messages import AskForMailing, SendMailing
from hall.client.local import LocalGateway
from hall.client.webhook import MESSAGE_ID, SIGNATURE, LogPort, WebhookPort, signature_of
from hall.kernel.blobs import BlobRead
from hall.kernel.facts import HomeVisitFact, MatterSheetFact
from hall.kernel.hall import Hall
from hall.kernel.message_port import ShortMessage
from hall.kernel.message_worker import MessageWorker, filled
from hall.kernel.outbox import MOST_TRIES
from hall.kernel.outbox_messages import MessageGivenUp, MessageNotSent, MessageSent
from hall.records.messages import KeepDetail, WithdrawConsent
from hall.visits.messages import BeginVisit, DecideItem, MarkItem, MoveVisit
from launch.messages import SecretUnusable, message_port, templates
from launch.settings.care_schema import Messages
from tests.care.webhook import Receiver
from tests.helpers.facts import FACTS, RULES, matter
from tests.helpers.halls import Story, open_local_hall
from tests.strings.tables import common_characters, han_in
from tests.strings.wording import faults_of_choice
from tests.visits.papers import BANK, WITH_PAPERS

PHONE = "13900004321"
SECRET = b"a secret of the story, long enough for it"
BOTH = MatterSheetFact(home_visit=True, mail_ok=True)
HALL = msgspec.structs.replace(
    FACTS,
    matters=(matter("m-pension", "领养老金", "pension", sheet=BOTH),),
    home_visits=HomeVisitFact(),
)
SENDING = msgspec.structs.replace(RULES, messages=True)
NO_PAUSE = (0.01,)
TIMEOUT_S = 0.4


class Town:
    """A hall, its desk, and the events it has put on record."""

    def __init__(self, hall: Hall, clock: Any) -> None:
        self.hall, self.clock = hall, clock
        self.story = Story(LocalGateway(hall, "guide-1"))

    def says(self, kind: Any, **fields: Any) -> Any:
        return self.story.says(kind, station_id="guide-1", **fields)

    def books(self, purpose: str = "home_visit", basis: str = "consent") -> str:
        booked = self.says(
            BookHomeVisit, matter_id="m-pension", day="2026-11-25", half="morning",
            channel="phone", grounds=("age",),
        )  # fmt: skip
        self.keeps(booked.home_visit.id, purpose, basis)
        return str(booked.home_visit.id)

    def keeps(self, of_id: str, purpose: str, basis: str = "consent") -> str:
        blob_id = self.story.gateway.seal(PHONE.encode(), "detail")
        self.says(
            KeepDetail, blob_id=blob_id, case_id=of_id, detail="phone", basis=basis,
            purpose=purpose,
        )  # fmt: skip
        return blob_id

    def the_day_before(self) -> None:
        self.clock.advance(24 * 3600)
        self.hall.run_due()

    def told(self, *kinds: type) -> list[Any]:
        events = [self.hall.parts.vocabulary.event(body) for *_, body in self.hall.events_after(0)]
        return [one for one in events if isinstance(one, kinds)]

    def waits_for(self, kind: type, count: int = 1, within_s: float = 15.0) -> list[Any]:
        """Wait until so many events of a kind are on record."""
        woken = threading.Event()
        end = self.hall.on_wake(woken.set)
        try:
            while len(found := self.told(kind)) < count:
                assert woken.wait(within_s), f"{len(found)} of {count} {kind.__name__}"
                woken.clear()
            return found
        finally:
            end()


@pytest.fixture
def town(tmp_path):
    with open_local_hall(tmp_path, HALL, SENDING) as (hall, clock):
        yield Town(hall, clock)


@contextmanager
def sending(town: Town, port: Any) -> Iterator[MessageWorker]:
    worker = MessageWorker(town.hall, port, templates(), NO_PAUSE)
    try:
        yield worker
    finally:
        worker.stop()


@pytest.fixture
def receiver():
    with Receiver() as one:
        yield one


def hook(receiver: Receiver) -> WebhookPort:
    return WebhookPort(receiver.url, SECRET, TIMEOUT_S)


def test_the_day_before_a_visit_a_signed_message_goes_out(town, receiver):
    town.books()
    with sending(town, hook(receiver)):
        town.the_day_before()
        (got,) = receiver.waits_for(1)
        (sent,) = town.waits_for(MessageSent)
    assert got.said["to"] == PHONE
    assert got.said["text"].startswith("11月25日我们去您家办事")
    assert got.headers[SIGNATURE.lower()] == signature_of(got.body, SECRET)
    assert got.headers[MESSAGE_ID.lower()] == got.said["id"] == sent.message_id
    assert PHONE not in "".join(body for _, _, body in town.hall.events_after(0))
    assert BlobRead in {type(one) for one in town.told(BlobRead)}, "the reading is on record"


def test_what_is_mailed_is_told(town, receiver):
    asked = town.says(AskForMailing, matter_id="m-pension", what="certificate").mailing
    town.keeps(asked.id, "mail")
    with sending(town, hook(receiver)):
        town.says(SendMailing, mailing_id=asked.id, item_number="XA12345678")
        (got,) = receiver.waits_for(1)
    assert "XA12345678" not in got.said["text"]
    assert got.said["template"] == "mail_sent"


def test_who_is_to_bring_a_paper_is_told_before_the_last_day(tmp_path, receiver):
    with open_local_hall(tmp_path, WITH_PAPERS, SENDING) as (hall, clock):
        town = Town(hall, clock)
        visit = {"visit_id": town.says(BeginVisit, matter_id="m-subsidy").visit.id}
        town.says(MoveVisit, action="precheck", **visit)
        case_id = town.story.look("guide").visits.visits[visit["visit_id"]].case_id
        town.keeps(case_id, "remind")
        town.says(MarkItem, item_id=BANK, mark="missing", **visit)
        wish = {"offer": "deferral", "taken": True, "due_on": "2026-11-26"}
        town.says(DecideItem, item_id=BANK, **wish, **visit)
        with sending(town, hook(receiver)):
            town.the_day_before()
            (got,) = receiver.waits_for(1)
        assert got.said["template"] == "entry_due"
        assert "11月26日以前" in got.said["text"]
        assert "银行卡" not in got.said["text"], "what it is nobody else need read"


@pytest.mark.parametrize("answers", [(500,), (503, 429), (0,)])
def test_a_receiver_in_trouble_gets_the_same_message_again(town, receiver, answers):
    receiver.answers.extend(answers)
    town.books()
    with sending(town, hook(receiver)):
        town.the_day_before()
        got = receiver.waits_for(len(answers) + 1)
        town.waits_for(MessageSent)
    assert len({one.said["id"] for one in got}) == 1
    assert len(town.told(MessageNotSent)) == len(answers)


def test_a_receiver_that_answers_late_may_get_it_twice_under_one_id(town, receiver):
    receiver.answers.append(0)
    town.books()
    with sending(town, hook(receiver)):
        town.the_day_before()
        receiver.waits_for(1)
        town.waits_for(MessageNotSent)
        receiver.let_go.set()
        town.waits_for(MessageSent)
    assert len({one.said["id"] for one in receiver.received}) == 1


def test_nobody_listens_and_the_message_waits_for_the_next_worker(town, receiver):
    town.books()
    dead = WebhookPort("http://127.0.0.1:9/none", SECRET, TIMEOUT_S)
    with sending(town, dead):
        town.the_day_before()
        town.waits_for(MessageNotSent)
    with sending(town, hook(receiver)):
        receiver.waits_for(1)
        town.waits_for(MessageSent)


def test_what_the_receiver_refuses_is_not_tried_for_ever(town, receiver):
    receiver.answers.append(400)
    town.books()
    with sending(town, hook(receiver)):
        town.the_day_before()
        town.waits_for(MessageGivenUp)
    assert len(receiver.received) == 1


def test_after_many_tries_in_vain_it_is_given_up(town, receiver):
    receiver.answers.extend([500] * MOST_TRIES)
    town.books()
    with sending(town, hook(receiver)):
        town.the_day_before()
        town.waits_for(MessageGivenUp)
    assert len(receiver.received) == MOST_TRIES


def test_who_took_the_consent_back_gets_nothing(town, receiver):
    visit_id = town.books()
    town.the_day_before()
    town.says(WithdrawConsent, case_id=visit_id)
    with sending(town, hook(receiver)):
        town.waits_for(MessageGivenUp)
    assert receiver.received == []


@pytest.mark.parametrize(("purpose", "basis"), [("follow_up", "consent"), ("home_visit", "duty")])
def test_a_number_left_for_something_else_is_not_written_to(town, purpose, basis):
    town.books(purpose, basis)
    town.the_day_before()
    with town.hall.parts.engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM outbox").scalar() == 0


def test_a_hall_that_sends_no_messages_queues_none(tmp_path):
    with open_local_hall(tmp_path, HALL) as (hall, clock):
        town = Town(hall, clock)
        town.books()
        town.the_day_before()
        with hall.parts.engine.connect() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM outbox").scalar() == 0


def test_the_log_says_that_a_message_went_and_not_to_whom(town, caplog):
    caplog.set_level(logging.DEBUG)
    town.books()
    with sending(town, LogPort()):
        town.the_day_before()
        town.waits_for(MessageSent)
    said = caplog.text
    assert "home_visit_tomorrow" in said
    assert PHONE not in said
    assert "我们去您家" not in said


def test_a_failing_receiver_leaves_nothing_personal_in_the_log(town, receiver, caplog):
    caplog.set_level(logging.DEBUG)
    receiver.answers.append(500)
    town.books()
    with sending(town, hook(receiver)):
        town.the_day_before()
        town.waits_for(MessageSent)
    assert "500" in caplog.text
    assert PHONE not in caplog.text


def test_a_message_never_prints_itself():
    message = ShortMessage("id", "mail_sent", PHONE, "text for somebody")
    assert PHONE not in repr(message)
    assert "text" not in repr(message)


# What they say

FORBIDDEN = re.compile(
    r"https?|www|[./]|链接|点开|点击|扫|验证码|身份证|卡号|付款|转账|汇款|交钱|缴"
)


def faults_of_message(text: str) -> list[str]:
    """What is wrong with the words of a message."""
    found = list(FORBIDDEN.findall(text))
    found += re.findall(r"\d", text)
    found += [one for one in re.findall(r"\{(\w+)\}", text) if one not in ("month", "day", "phone")]
    found += [one for one in han_in(text) if one not in common_characters()]
    if "{phone}" not in text:
        found.append("says no number to ring up")
    return [*found, *faults_of_choice(text)]


@pytest.mark.parametrize("name", sorted(templates()))
def test_no_message_asks_for_anything_or_names_anybody(name):
    text = templates()[name]
    assert faults_of_message(text) == []
    assert len(filled(text, "2026-11-25", "0000-000000")) <= 70, "one short message"


@pytest.mark.parametrize(
    "bad",
    [
        "请点击 https://example.com，{phone}", "请带身份证，{phone}", "请转账，{phone}",
        "{name}您好，{phone}", "请回电 12345，{phone}", "我们明天来",
    ],
)  # fmt: skip
def test_a_bad_message_would_be_found(bad):
    assert faults_of_message(bad)


# What is configured


def test_without_a_driver_there_is_no_port(tmp_path):
    assert message_port(Messages(), tmp_path) is None
    assert isinstance(message_port(Messages(driver="log"), tmp_path), LogPort)


def test_the_secret_comes_from_a_file_only_the_hall_can_read(tmp_path):
    name = "hook.secret"
    asked = Messages(driver="webhook", url="http://127.0.0.1:1/x", secret_file=name)
    with pytest.raises(SecretUnusable, match="cannot be read"):
        message_port(asked, tmp_path)
    path = tmp_path / name
    path.write_text("short\n")
    path.chmod(0o600)
    with pytest.raises(SecretUnusable, match="32 characters"):
        message_port(asked, tmp_path)
    path.write_text("x" * 40)
    path.chmod(0o644)
    with pytest.raises(SecretUnusable, match="chmod 600"):
        message_port(asked, tmp_path)
    path.chmod(0o600)
    assert isinstance(message_port(asked, tmp_path), WebhookPort)
