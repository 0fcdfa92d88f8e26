"""What people said reaches the provincial system where one is connected: every answer, no name."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar

import msgspec
import pytest

from hall.calls.messages import CallNext, FinishService, OpenCounter, StartService
from hall.care.feelings.evaluation import DocumentRefused, NotTaken
from hall.care.feelings.messages import GiveFeeling
from hall.care.feelings.sending import FeelingSender
from hall.care.feelings.systems import FolderSystem, WebhookSystem
from tests.helpers.facts import FACTS
from tests.helpers.halls import local_story, open_local_hall

KIOSK = {"station_id": "kiosk-1", "channel": "kiosk"}
CONNECTED = msgspec.structs.replace(
    FACTS, feelings=msgspec.structs.replace(FACTS.feelings, connected=True)
)


@pytest.fixture
def connected(tmp_path):
    with open_local_hall(tmp_path, CONNECTED) as (hall, _):
        yield hall


def says_how_it_was(hall, score, reasons=()):
    story = local_story(hall)
    ticket = story.ticket()
    story.says(OpenCounter, counter_id="c1", clerk_id="k1")
    story.says(CallNext, counter_id="c1")
    for deed in (StartService, FinishService):
        story.says(deed, counter_id="c1", ticket_id=ticket.id)
    story.says(GiveFeeling, ticket_id=ticket.id, score=score, **KIOSK)
    if reasons:
        story.says(GiveFeeling, ticket_id=ticket.id, score=score, reasons=reasons, **KIOSK)
    return ticket.id


class Office(BaseHTTPRequestHandler):
    """The other side: notes what it gets, answers as it is told."""

    got: ClassVar[list[tuple[str, str, dict[str, Any]]]]
    answers: ClassVar[list[int]]
    url: ClassVar[str]

    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        said = (self.headers["Authorization"], self.headers["Idempotency-Key"], body)
        self.got.append(said)
        self.send_response(self.answers.pop(0) if self.answers else 200)
        self.end_headers()

    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture
def office():
    class ThisOffice(Office):
        got: ClassVar = []
        answers: ClassVar = []
        url: ClassVar = ""

    server = ThreadingHTTPServer(("127.0.0.1", 0), ThisOffice)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    ThisOffice.url = f"http://127.0.0.1:{server.server_port}/rate"
    yield ThisOffice
    server.shutdown()
    thread.join()
    server.server_close()


def test_an_answer_becomes_a_file_with_the_words_of_the_hall_and_no_name(connected, tmp_path):
    ticket_id = says_how_it_was(connected, 2, ("waited",))
    sender = FeelingSender(connected, FolderSystem(tmp_path / "out"))
    assert sender.send_waiting() == 1
    (file,) = (tmp_path / "out").iterdir()
    told = json.loads(file.read_text("utf-8"))
    assert file.name == f"{ticket_id}-2.json"
    assert told["format"] == "silverhall.evaluation/1"
    assert (told["score"], told["reasons"], told["window"]) == (2, ["等得太久"], 1)
    assert sender.send_waiting() == 0


def test_a_correction_goes_out_as_a_newer_version(connected, tmp_path):
    ticket_id = says_how_it_was(connected, 2)
    sender = FeelingSender(connected, FolderSystem(tmp_path / "out"))
    sender.send_waiting()
    local_story(connected).says(GiveFeeling, ticket_id=ticket_id, score=5, **KIOSK)
    assert sender.send_waiting() == 1
    names = sorted(file.name for file in (tmp_path / "out").iterdir())
    assert names == [f"{ticket_id}-1.json", f"{ticket_id}-2.json"]


def test_an_answer_waits_until_the_other_side_takes_it(connected, office):
    ticket_id = says_how_it_was(connected, 4)
    office.answers += [503]
    sender = FeelingSender(connected, WebhookSystem(office.url, "secret"))
    with pytest.raises(NotTaken):
        sender.send_waiting()
    assert sender.send_waiting() == 1
    keys = [(who, key) for who, key, _ in office.got]
    assert keys == [("Bearer secret", f"{ticket_id}-1")] * 2


def test_an_answer_the_other_side_does_not_want_holds_up_no_other(connected, office):
    says_how_it_was(connected, 4)
    second = says_how_it_was(connected, 5)
    office.answers += [422]
    sender = FeelingSender(connected, WebhookSystem(office.url))
    with pytest.raises(DocumentRefused):
        sender.send_waiting()
    assert [key for _, key, _ in office.got][1] == f"{second}-1"
    assert sender.send_waiting() == 1


def test_nobody_at_the_other_side_loses_nothing(connected):
    says_how_it_was(connected, 4)
    with pytest.raises(NotTaken):
        FeelingSender(connected, WebhookSystem("http://127.0.0.1:9/rate")).send_waiting()


def test_what_was_said_before_a_system_was_connected_is_not_sent_to_it(tmp_path):
    with open_local_hall(tmp_path) as (hall, _):
        says_how_it_was(hall, 4)
    with open_local_hall(tmp_path, CONNECTED) as (hall, _):
        assert FeelingSender(hall, FolderSystem(tmp_path / "out")).send_waiting() == 0


def test_a_sender_at_work_ends_when_it_is_told_to(connected, tmp_path):
    sender = FeelingSender(connected, FolderSystem(tmp_path / "out"))
    sender.start()
    sender.stop()
