"""An elder who cannot come: where she lives is known to who goes there, and to nobody else.

A visit at home is agreed, moved, made; a card is mailed to her; she is rung up afterwards. Then all
is read: what went over the wire, the database and its log, every file of the state directory.
"""

from __future__ import annotations

import json
import uuid
from functools import partial

import pytest

from hall.care.follow_up.messages import RecordFollowUp
from hall.care.home_visits.messages import (
    AssignHomeVisit,
    BookHomeVisit,
    ConfirmHomeVisit,
    FindHomeSlots,
    FinishHomeVisit,
    MoveHomeVisit,
    StartHomeVisit,
)
from hall.care.mail.messages import AskForMailing, ReceiveMailing, SendMailing
from hall.records.messages import KeepDetail
from hall.tickets.messages import CloseDay
from hall.visits.messages import BeginVisit, CloseCase, EndVisit, MoveVisit
from tests.stories import canary
from tests.stories.canary import NEVER, Canary, traces_in
from tests.stories.site import Site, open_site
from tests.stories.test_canary_of_papers import (
    HOUR_S,
    Desk,
    blobs,
    everything_but_the_paper,
    follow_all,
    look_at_all,
)

PHONE, NOTE = "13900004321", "家里有三只鹅"
WHO = (*NEVER, Canary(PHONE), Canary(canary.ADDRESS), Canary(canary.NAME), Canary(NOTE))
MATTER = "EL004"
"""Done at home, and mailed."""
TEXTS = {"name": canary.NAME, "phone": PHONE, "address": canary.ADDRESS, "note": NOTE}


def keeps(desk: Desk, of_id: str, purpose: str) -> None:
    """Write down of her what this needs, and read it again."""
    for detail, text in TEXTS.items():
        blob_id = desk.seals(text.encode(), "text/plain")
        why = {"detail": detail, "basis": "consent", "purpose": purpose}
        desk.says(KeepDetail, blob_id=blob_id, case_id=of_id, **why)
        assert desk.reads(blob_id).decode() == text


def is_come_to(desk: Desk) -> None:
    slots = desk.says(FindHomeSlots)["slots"]
    first, second = ({"day": one["day"], "half": one["half"]} for one in slots[:2])
    booked = desk.says(
        BookHomeVisit, matter_id=MATTER, channel="phone", grounds=("age", "ill"), **first
    )
    about = {"home_visit_id": booked["home_visit"]["id"]}
    keeps(desk, about["home_visit_id"], "home_visit")
    desk.says(MoveHomeVisit, **second, **about)
    desk.says(AssignHomeVisit, staff_numbers=("1001", "1002"), **about)
    desk.says(ConfirmHomeVisit, **about)
    desk.says(StartHomeVisit, **about)
    assert desk.says(FinishHomeVisit, result="taken_along", **about)["home_visit"]["result"]


def is_written_to(desk: Desk) -> None:
    asked = desk.says(AskForMailing, matter_id=MATTER, what="card")
    about = {"mailing_id": asked["mailing"]["id"]}
    keeps(desk, about["mailing_id"], "mail")
    desk.says(SendMailing, item_number="XA12345678", **about)
    desk.says(ReceiveMailing, **about)


def is_rung_up(desk: Desk) -> None:
    at = {"visit_id": desk.says(BeginVisit, matter_id=MATTER)["visit"]["id"]}
    desk.says(MoveVisit, action="precheck", **at)
    visits = json.loads(look_at_all(desk.site)["guide"])["board"]["visits"]["visits"]
    case_id = visits[at["visit_id"]]["case_id"]
    keeps(desk, case_id, "follow_up")
    desk.says(EndVisit, **at)
    desk.says(CloseCase, case_id=case_id)
    (call,) = json.loads(look_at_all(desk.site)["guide"])["board"]["follow_ups"].values()
    assert desk.says(RecordFollowUp, follow_up_id=call["id"], said="fine")["follow_up"]["outcome"]


@pytest.fixture
def site(tmp_path):
    with open_site(tmp_path) as one:
        yield one


def test_nobody_reads_where_she_lives_but_who_goes_there(site: Site):
    desk, feeds = Desk(site), follow_all(site)
    is_come_to(desk)
    is_written_to(desk)
    is_rung_up(desk)
    site.waits_for(partial(bool, feeds["guide"]))
    heard = [*desk.heard, *look_at_all(site).values()]
    heard += [text for texts in feeds.values() for text in texts]
    said = "\n".join(heard).encode()
    assert b"HomeVisitFinished" in said
    assert b"MailingReceived" in said
    assert b"FollowUpClosed" in said
    assert [form for one in WHO for form in one.found_in(said)] == []
    assert traces_in(everything_but_the_paper(site.state), *WHO) == {}

    # The visit is made, the card has arrived, the call is done: nothing of her is left at all.
    assert blobs(site.state) == set()
    manager = site.token("manager", "manager-1")
    site.says(manager, CloseDay(command_id=str(uuid.uuid4()), station_id="manager-1"))
    site.moves_on(3 * HOUR_S)
    site.end_hall()
    assert traces_in(everything_but_the_paper(site.state), *WHO) == {}
