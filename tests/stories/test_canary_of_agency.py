"""An elder for whom a helper acts: what may know who she is, where, and until when.

She is greeted by card, a mandate is written and put on record without her whole number, her name
and telephone are kept for the calls, and her card finds the mandate again. Then it is closed, and
every byte is read.
"""

from __future__ import annotations

import json
import sqlite3
import uuid
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from forms.papers.agency import for_archive
from forms.papers.compose import compose
from forms.papers.samples import sample_values
from forms.papers.values import Person
from hall.care.agency.messages import (
    CloseMandate,
    FindMandates,
    GiveBackOriginal,
    Handed,
    OpenMandate,
    ReportBack,
    SignMandate,
    WithdrawMandate,
)
from hall.kernel.secret import Secret
from hall.records.messages import KeepDetail, KeepPaper
from hall.tickets.messages import CloseDay, Visitor
from hall.visits.messages import BeginVisit, EndVisit
from launch.facts import facts_of
from launch.papers import form_book, paper_renderer
from launch.paths import DEMO_CONFIG
from launch.settings import load_hall
from tests.stories import canary
from tests.stories.canary import FORM_OF_ADDRESS, Canary, files_of, traces_in
from tests.stories.site import open_site
from tests.stories.test_canary_of_papers import HOUR_S, PHONE, WHO, Desk, follow_all, look_at_all

MATTER, HELPER = "EL017", "1002"
MASKED = canary.id_number()[:3] + "*" * 11 + canary.id_number()[-4:]


@pytest.fixture
def site(tmp_path):
    with open_site(tmp_path) as one:
        yield one


def she_asks_for_a_helper(desk: Desk) -> str:
    """Greet her by card and write down who acts for her; returns the id of the mandate."""
    number = Secret(canary.id_number())
    her = Visitor(id_number=number, surname=Secret(canary.SURNAME), sex=2)
    visit = desk.says(BeginVisit, visitor=her, matter_id=MATTER)["visit"]
    opened = desk.says(
        OpenMandate,
        matter_ids=(MATTER,),
        agent_number=HELPER,
        understands=True,
        asked_alone=True,
        visit_id=visit["id"],
        handed=(Handed(matter_id=MATTER, material_id="1"),),
    )
    mandate_id = str(opened["mandate"]["id"])
    for detail, text in (("name", canary.NAME), ("phone", PHONE)):
        blob_id = desk.seals(text.encode(), "text/plain")
        why = {"basis": "consent", "purpose": "report"}
        desk.says(KeepDetail, blob_id=blob_id, case_id=mandate_id, detail=detail, **why)
        assert desk.reads(blob_id).decode() == text
    paper = desk.seals(archived_mandate(), "application/pdf")
    desk.says(KeepPaper, blob_id=paper, case_id=mandate_id, paper="mandate")
    desk.says(EndVisit, visit_id=visit["id"])
    return mandate_id


def archived_mandate() -> bytes:
    """Make what the archive keeps of the paper, as the desk does it."""
    loaded = load_hall(DEMO_CONFIG)
    facts, book = facts_of(loaded.settings, loaded.matters), form_book()
    values: Any = sample_values(book, "mandate", facts, facts.matters[0])
    her = Person(name=canary.NAME, id_number=canary.id_number(), contact=PHONE)
    kept = for_archive(replace(values, person=her))
    assert kept.person.id_number == MASKED
    return paper_renderer()(compose(book, "mandate", kept))


def principals(state: Path) -> list[str]:
    connection = sqlite3.connect(state / "hall.db")
    try:
        return [key for (key,) in connection.execute("SELECT person_key FROM mandate_principal")]
    finally:
        connection.close()


def test_nothing_of_her_is_readable_and_with_the_mandate_even_her_key_goes(site):
    desk, feeds = Desk(site), follow_all(site)
    mandate_id = she_asks_for_a_helper(desk)
    at = {"mandate_id": mandate_id}
    desk.says(SignMandate, signed_by="principal", how="fingerprint", **at)
    desk.says(ReportBack, way="phone", result="no_answer", **at)
    found = desk.says(FindMandates, id_number=Secret(canary.id_number()))
    assert found["mandate_ids"] == [mandate_id], "her card finds it"
    for texts in feeds.values():
        site.waits_for(partial(bool, texts))

    said = [text for texts in feeds.values() for text in texts] + desk.heard
    said += look_at_all(site).values()
    wire = "\n".join(said).encode()
    assert b"MandateSigned" in wire
    assert [form for one in WHO for form in one.found_in(wire)] == []
    assert traces_in(files_of(site.state), *WHO) == {}
    for board, texts in feeds.items():
        if board not in ("guide", "console"):
            assert "Mandate" not in "\n".join(texts), board
    (key,) = principals(site.state)

    desk.says(GiveBackOriginal, original_id="1", **at)
    desk.says(WithdrawMandate, **at)
    desk.says(CloseMandate, **at)
    assert principals(site.state) == []
    board = json.loads(look_at_all(site)["guide"])["board"]
    assert board.get("mandates", {}) == {}
    assert board.get("details", {}) == {}
    manager = site.token("manager", "manager-1")
    site.says(manager, CloseDay(command_id=str(uuid.uuid4()), station_id="manager-1"))
    site.moves_on(3 * HOUR_S)
    gone = (*WHO, FORM_OF_ADDRESS, Canary(key), Canary(key[:16]))
    site.waits_for(lambda: traces_in(files_of(site.state), *gone) == {})
    site.end_hall()
    assert traces_in(files_of(site.state), *gone) == {}
