"""A morning in which every kind of command succeeds, and each of them is sent twice.

The second time the first answer comes again, word for word, and not a row nor the place changes.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any

import pytest
from sqlalchemy import Engine, select
from sqlmodel import SQLModel

from hall.boards.vocabulary import vocabulary
from hall.calls import messages as calls
from hall.help import messages as help_
from hall.kernel.blobs import ReadBlob, SealBlob
from hall.kernel.hall import Hall
from hall.kernel.messages import Answer, Command, Refusal
from hall.kernel.secret import Secret
from hall.records import messages as records
from hall.staff import messages as staff
from hall.staff import rows as staff_rows
from hall.staff.pins import hash_of
from hall.tickets import messages as tickets
from hall.visits import messages as visits
from tests.helpers.halls import open_local_hall, person
from tests.visits.papers import BANK, CARD, FORM, LI, PHOTO, WANG, WITH_PAPERS

PIN = "480263"
GUIDE: dict[str, Any] = {"station_id": "guide-1"}
KIOSK: dict[str, Any] = {"station_id": "kiosk-1"}
AT_C1: dict[str, Any] = {"counter_id": "c1"}
KINDS = (*vocabulary().commands.values(), SealBlob, ReadBlob)


@dataclass(frozen=True)
class Sent:
    """One command sent twice: both answers, and all that is stored after each."""

    first: Answer
    again: Answer
    stored: dict[str, list[Any]]
    stored_again: dict[str, list[Any]]


@dataclass
class NervousFinger:
    """A hall to which everything is said twice."""

    hall: Hall
    sent: dict[type[Command], Sent] = field(default_factory=dict)

    def says(self, kind: type[Command], **fields: Any) -> Any:
        command = kind(command_id=str(uuid.uuid4()), **fields)
        first = self.hall.handle(command, "anybody")
        stored = all_rows(self.hall.parts.engine)
        again = self.hall.handle(command, "anybody")
        if not isinstance(first.message, Refusal) or kind is tickets.FindTicket:
            stored_again = all_rows(self.hall.parts.engine)
            self.sent[kind] = Sent(first, again, stored, stored_again)
        return first.message

    def seals(self, data: bytes, kind: str) -> str:
        return str(self.says(SealBlob, blob_kind=kind, data=data, **GUIDE).blob_id)


def all_rows(engine: Engine) -> dict[str, list[Any]]:
    """Every row of every table, as the file has it."""
    with closing(engine.raw_connection()) as connection:
        return {
            name: sorted(connection.cursor().execute(str(select(table))), key=repr)
            for name, table in SQLModel.metadata.tables.items()
        }


def whole_morning(hall: Hall) -> NervousFinger:
    with hall.parts.engine.execution_options(writing=True).begin() as connection:
        staff_rows.set_pin(connection, hall.parts.facts.hall_id, "1002", hash_of(PIN))
    finger = NervousFinger(hall)
    the_house_opens(finger)
    numbers_are_given_and_called(finger)
    papers_are_gone_through(finger)
    people_are_helped(finger)
    the_house_closes(finger)
    return finger


def the_house_opens(finger: NervousFinger) -> None:
    finger.says(tickets.CloseDay, station_id="manager")
    finger.says(tickets.OpenDay, station_id="manager")
    finger.says(staff.SignIn, staff_number="1002", pin=Secret(PIN), **GUIDE)
    for counter_id, clerk_id in (("c1", "k1"), ("c2", "k2")):
        finger.says(calls.OpenCounter, counter_id=counter_id, clerk_id=clerk_id)


def numbers_are_given_and_called(finger: NervousFinger) -> None:
    def takes(**more: Any) -> str:
        who = person(**more) if more else person()
        taken = finger.says(tickets.TakeTicket, matter_id="m-pension", visitor=who, **KIOSK)
        return str(taken.ticket.id)

    def is_called() -> dict[str, Any]:
        return {**AT_C1, "ticket_id": finger.says(calls.CallNext, **AT_C1).ticket.id}

    wang = takes(number=WANG, born="1940-05-01", surname="王")
    finger.says(tickets.FindTicket, id_number=Secret(WANG), **GUIDE)
    finger.says(tickets.ReportPrint, ticket_id=wang, outcome="printed", **KIOSK)
    finger.says(tickets.ReprintTicket, ticket_id=wang, **KIOSK)
    finger.says(tickets.AddNeeds, ticket_id=wang, needs=("hearing",), **KIOSK)
    corrected = person(band="80_plus")
    finger.says(tickets.ChangeVisitor, ticket_id=wang, reason="x", visitor=corrected, **GUIDE)
    finger.says(tickets.UndoTicket, ticket_id=takes(), **KIOSK)
    finger.says(tickets.CancelTicket, ticket_id=takes(), reason="x", **GUIDE)
    finger.says(calls.MoveTicket, ticket_id=takes(), to_matter_id="m-special", **GUIDE)
    for _ in range(4):
        takes()

    at = is_called()
    call_no = finger.says(calls.RecallTicket, **at).call_no
    spoken = {"ticket_id": at["ticket_id"], "call_no": call_no}
    finger.says(calls.CallSpoken, station_id="board-1", **spoken)
    finger.says(calls.MissTicket, **at)
    finger.says(tickets.ReturnTicket, ticket_id=at["ticket_id"], **AT_C1)
    finger.says(calls.HoldTicket, **is_called())
    at = is_called()
    finger.says(calls.StartService, **at)
    finger.says(calls.HandOverTicket, to_counter_id="c2", reason="x", **at)
    finger.says(calls.FinishService, counter_id="c2", ticket_id=at["ticket_id"])
    finger.says(calls.TransferTicket, to_matter_id="m-special", **is_called())
    picked = finger.says(calls.CallTicket, ticket_id=takes(), reason="x", **AT_C1)
    finger.says(calls.FinishService, ticket_id=picked.ticket.id, **AT_C1)
    finger.says(calls.PauseCounter, clerk_id="k1", **AT_C1)
    finger.says(calls.CloseCounter, clerk_id="k1", **AT_C1)


def papers_are_gone_through(finger: NervousFinger) -> None:
    begun = finger.says(
        visits.BeginVisit, visitor=person(number=LI, surname="李"), matter_id="m-subsidy", **GUIDE
    )
    at: dict[str, Any] = {"visit_id": begun.visit.id, **GUIDE}
    finger.says(visits.MoveVisit, action="precheck", **at)
    finger.says(visits.ReleaseVisit, reason="x", **at)
    finger.says(visits.HandOverVisit, to_kind="guide_desk", to_id="guide-1", reason="x", **at)
    for item_id in (CARD, BANK, PHOTO):
        case = finger.says(visits.MarkItem, item_id=item_id, mark="missing", **at).case
    finger.says(visits.DecideItem, item_id=BANK, offer="deferral", taken=True, **at)
    finger.says(visits.DecideItem, item_id=PHOTO, offer="promise", taken=True, **at)
    code = finger.says(visits.IssueNotice, **at).notice.code
    with finger.hall.parts.engine.connect() as connection:
        found = connection.exec_driver_sql("SELECT kind, entry_id FROM register_entry").all()
    entries = {str(kind): str(entry_id) for kind, entry_id in found}
    deferral, promise = entries["deferral"], entries["promise"]
    finger.says(visits.ResolveDeferral, entry_id=deferral, outcome="brought", **GUIDE)
    finger.says(visits.RecordPromiseCheck, entry_id=promise, outcome="true", **GUIDE)

    kept = {"case_id": case.id, **GUIDE}
    why = {"basis": "consent", "purpose": "remind"}
    phone = finger.seals(b"139 0000 4321", "detail")
    finger.says(records.KeepDetail, blob_id=phone, detail="phone", **why, **kept)
    finger.says(ReadBlob, blob_id=phone)
    finger.says(records.WithdrawConsent, **kept)
    finger.says(records.KeepPaper, blob_id=finger.seals(b"%PDF-1", "paper"), paper="notice", **kept)
    finger.says(visits.EndVisit, outcome="with_notice", **at)

    again = finger.says(visits.OpenByCode, code=code, **GUIDE)
    at = {"visit_id": again.visit.id, **GUIDE}
    finger.says(visits.MarkItem, item_id=CARD, mark="ok", **at)
    for item_id in (FORM, "3", BANK, PHOTO, "6"):
        finger.says(visits.MarkItem, item_id=item_id, mark="ok", **at)
    finger.says(visits.RecordTrueIntention, answers=("yes",) * 5, alone=True, own_will=True, **at)
    for step in ("receive", "accept", "handle"):
        finger.says(visits.AdvanceCase, step=step, **at)
    finger.says(visits.CloseCase, case_id=case.id, **GUIDE)
    finger.says(visits.EndVisit, **at)

    elsewhere = finger.says(visits.BeginVisit, **GUIDE).visit.id
    finger.says(visits.OpenCase, visit_id=elsewhere, matter_id="m-relief", **GUIDE)
    finger.says(visits.ReferAway, visit_id=elsewhere, to="bank", **GUIDE)


def people_are_helped(finger: NervousFinger) -> None:
    def asks(kind: str) -> str:
        return str(finger.says(help_.RequestHelp, help_kind=kind, **KIOSK).help.id)

    finger.says(help_.TakeBackHelp, help_id=asks("help"), **KIOSK)
    finger.says(help_.AcknowledgeHelp, help_id=asks("unwell"), **GUIDE)
    along = {"help_id": asks("accompany"), **GUIDE}
    finger.says(help_.AssignHelper, staff_number="1002", **along)
    finger.says(help_.NoteHelp, note="set_out", **along)
    finger.says(help_.FinishHelp, **along)
    loan = finger.says(help_.LendItem, item_id="glasses-1", **GUIDE).loan
    finger.says(help_.ReturnItem, loan_id=loan.id, **GUIDE)
    finger.says(help_.ReportDevice, device_id="printer", status="paper_low", **KIOSK)


def the_house_closes(finger: NervousFinger) -> None:
    finger.says(staff.KeepSignedIn, **GUIDE)
    finger.says(staff.SignOut, **GUIDE)


@pytest.fixture(scope="module")
def morning(tmp_path_factory: pytest.TempPathFactory) -> Iterator[NervousFinger]:
    with open_local_hall(tmp_path_factory.mktemp("hall"), WITH_PAPERS) as (hall, _):
        yield whole_morning(hall)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_sent_again_it_gets_the_first_answer_and_changes_nothing(morning, kind):
    assert kind in morning.sent, "the morning has no such command that succeeds"
    sent = morning.sent[kind]
    assert sent.again == sent.first
    assert sent.stored_again == sent.stored


def test_these_eyes_would_see_a_change(morning):
    stored = [sent.stored for sent in morning.sent.values()]
    assert all(one["event"] for one in stored)
    assert len({len(one["event"]) for one in stored}) > len(stored) / 2
