"""An elder whose matter could not be done: her words and her telephone are sealed, and then gone.

She writes by hand at the kiosk, leaves her number at the desk, and her entry goes its whole way.
A desk that puts her name where an id belongs writes it nowhere.
"""

from __future__ import annotations

import json
from functools import partial

import httpx
import pytest

from hall.care.not_done.messages import (
    AnswerNotDone,
    ArchiveNotDone,
    CheckNotDone,
    ClassifyNotDone,
    OpenNotDone,
    PassOnNotDone,
    SettleNotDone,
)
from hall.kernel.handwriting import INK_MEDIA_TYPE, Handwriting, handwriting_bytes
from hall.records.messages import KeepDetail
from tests.stories import canary
from tests.stories.canary import files_of, traces_in
from tests.stories.site import open_site
from tests.stories.test_canary_of_papers import PHONE, WHO, Desk, follow_all, look_at_all

SHEET = Handwriting(
    width_mm=100.0, height_mm=80.0, pen_mm=1.5, strokes=((1, 2, 331, 77), (8, 9, 10, 919))
)


@pytest.fixture
def site(tmp_path):
    with open_site(tmp_path) as one:
        yield one


def test_the_register_knows_what_failed_and_nothing_of_whom(site):
    desk, feeds = Desk(site), follow_all(site)
    note = desk.seals(handwriting_bytes(SHEET), INK_MEDIA_TYPE)
    wrong = {"matter_id": canary.NAME, "group_id": canary.SURNAME, "at_counter_id": PHONE}
    entry = desk.says(OpenNotDone, note_blob_id=note, ticket_id=canary.NAME, **wrong)["entry"]
    assert (entry["note_blob_id"], entry.get("matter_id", "")) == (note, "")
    about = {"entry_id": entry["id"]}
    desk.says(ClassifyNotDone, reason="system", **wrong, **about)
    phone = desk.seals(PHONE.encode(), "text/plain")
    why = {"basis": "consent", "purpose": "follow_up"}
    desk.says(KeepDetail, blob_id=phone, case_id=entry["id"], detail="phone", **why)
    desk.says(PassOnNotDone, staff_number="1001", **about)
    for texts in feeds.values():
        site.waits_for(partial(bool, texts))

    said = [text for texts in feeds.values() for text in texts] + desk.heard
    said += look_at_all(site).values()
    wire = "\n".join(said).encode()
    assert b"NotDonePassedOn" in wire
    assert [form for one in WHO for form in one.found_in(wire)] == []
    assert traces_in(files_of(site.state), *WHO) == {}
    for board, texts in feeds.items():
        if board != "guide":
            assert "NotDone" not in "\n".join(texts), board

    assert desk.reads(phone).decode() == PHONE
    desk.says(SettleNotDone, result="done", **about)
    desk.says(AnswerNotDone, reply="by_phone", **about)
    desk.says(CheckNotDone, satisfaction="content", **about)
    desk.says(ArchiveNotDone, **about)
    board = json.loads(look_at_all(site)["guide"])["board"]
    assert board.get("details", {}) == {}
    assert board.get("not_done", {}) == {}
    for blob_id in (note, phone):
        with pytest.raises(httpx.HTTPStatusError, match="404"):
            desk.reads(blob_id)
