"""A morning in which every kind of command succeeds, to be told to whatever hall a test has."""

from __future__ import annotations

from typing import Any, Protocol

from hall.calls import messages as calls
from hall.care.agency import messages as agency
from hall.care.feelings import messages as feelings
from hall.care.follow_up import messages as follow_up
from hall.care.home_visits import messages as home_visits
from hall.care.mail import messages as mail
from hall.care.not_done import messages as not_done
from hall.care.pictures import messages as pictures
from hall.help import box_messages as box
from hall.help import messages as help_
from hall.kernel.blobs import ReadBlob, SealBlob
from hall.kernel.hall import Hall
from hall.kernel.messages import Command
from hall.kernel.secret import Secret
from hall.records import messages as records
from hall.staff import messages as staff
from hall.staff import rows as staff_rows
from hall.staff.pins import hash_of
from hall.store.snapshots import take_snapshot
from hall.tickets import messages as tickets
from hall.visits import messages as visits
from tests.helpers.halls import person
from tests.visits.papers import BANK, CARD, FORM, LI, PHOTO, WANG

PIN = "480263"
GUIDE: dict[str, Any] = {"station_id": "guide-1"}
KIOSK: dict[str, Any] = {"station_id": "kiosk-1"}
AT_C1: dict[str, Any] = {"counter_id": "c1"}


class Teller(Protocol):
    """Whoever tells it: to `hall`, one command after the other."""

    hall: Hall

    def says(self, kind: type[Command], **fields: Any) -> Any:
        """Send a command; return what the hall said."""


def seals(teller: Teller, data: bytes, kind: str) -> str:
    """Have bytes kept sealed; return the id of the blob."""
    return str(teller.says(SealBlob, blob_kind=kind, data=data, **GUIDE).blob_id)


def board_of(teller: Teller) -> Any:
    """Look at the board of the guides."""
    parts = teller.hall.parts
    return take_snapshot(parts.engine, parts.facts, "guide", "").board


def whole_morning(teller: Teller) -> None:
    """Tell it to a new hall, whose first numbers nobody else has taken."""
    parts = teller.hall.parts
    with parts.engine.execution_options(writing=True).begin() as connection:
        staff_rows.set_pin(connection, parts.facts.hall_id, "1002", hash_of(PIN))
    the_house_opens(teller)
    numbers_are_given_and_called(teller)
    papers_are_gone_through(teller)
    somebody_acts_for_an_elder(teller)
    people_are_helped(teller)
    what_cannot_be_done_is_written_down(teller)
    whoever_is_not_here_is_looked_after(teller)
    the_house_closes(teller)


def the_house_opens(teller: Teller) -> None:
    teller.says(tickets.CloseDay, station_id="manager")
    teller.says(tickets.OpenDay, station_id="manager")
    teller.says(staff.SignIn, staff_number="1002", pin=Secret(PIN), **GUIDE)
    for counter_id, clerk_id in (("c1", "k1"), ("c2", "k2")):
        teller.says(calls.OpenCounter, counter_id=counter_id, clerk_id=clerk_id)


def numbers_are_given_and_called(teller: Teller) -> None:
    def takes(**more: Any) -> str:
        who = person(**more) if more else person()
        taken = teller.says(tickets.TakeTicket, matter_id="m-pension", visitor=who, **KIOSK)
        return str(taken.ticket.id)

    def is_called() -> dict[str, Any]:
        return {**AT_C1, "ticket_id": teller.says(calls.CallNext, **AT_C1).ticket.id}

    wang = takes(number=WANG, born="1940-05-01", surname="王")
    teller.says(tickets.FindTicket, id_number=Secret(WANG), **GUIDE)
    teller.says(tickets.ReportPrint, ticket_id=wang, outcome="printed", **KIOSK)
    teller.says(tickets.ReprintTicket, ticket_id=wang, **KIOSK)
    teller.says(tickets.AddNeeds, ticket_id=wang, needs=("hearing",), **KIOSK)
    corrected = person(band="80_plus")
    teller.says(tickets.ChangeVisitor, ticket_id=wang, reason="x", visitor=corrected, **GUIDE)
    teller.says(tickets.UndoTicket, ticket_id=takes(), **KIOSK)
    teller.says(tickets.CancelTicket, ticket_id=takes(), reason="x", **GUIDE)
    teller.says(calls.MoveTicket, ticket_id=takes(), to_matter_id="m-special", **GUIDE)
    for _ in range(4):
        takes()

    at = is_called()
    call_no = teller.says(calls.RecallTicket, **at).call_no
    spoken = {"ticket_id": at["ticket_id"], "call_no": call_no}
    teller.says(calls.CallSpoken, station_id="board-1", **spoken)
    teller.says(calls.MissTicket, **at)
    teller.says(tickets.ReturnTicket, ticket_id=at["ticket_id"], **AT_C1)
    teller.says(calls.HoldTicket, **is_called())
    at = is_called()
    teller.says(calls.StartService, **at)
    teller.says(calls.HandOverTicket, to_counter_id="c2", reason="x", **at)
    teller.says(calls.FinishService, counter_id="c2", ticket_id=at["ticket_id"])
    said = {"ticket_id": at["ticket_id"], "score": 2, "channel": "paper_by_guide"}
    teller.says(feelings.FindService, number="x", **GUIDE)
    teller.says(feelings.GiveFeeling, **said, **GUIDE)
    teller.says(calls.TransferTicket, to_matter_id="m-special", **is_called())
    picked = teller.says(calls.CallTicket, ticket_id=takes(), reason="x", **AT_C1)
    teller.says(calls.FinishService, ticket_id=picked.ticket.id, **AT_C1)
    teller.says(calls.PauseCounter, clerk_id="k1", **AT_C1)
    teller.says(calls.CloseCounter, clerk_id="k1", **AT_C1)


def papers_are_gone_through(teller: Teller) -> None:
    begun = teller.says(
        visits.BeginVisit, visitor=person(number=LI, surname="李"), matter_id="m-subsidy", **GUIDE
    )
    at: dict[str, Any] = {"visit_id": begun.visit.id, **GUIDE}
    teller.says(visits.MoveVisit, action="precheck", **at)
    teller.says(visits.ReleaseVisit, reason="x", **at)
    teller.says(visits.HandOverVisit, to_kind="guide_desk", to_id="guide-1", reason="x", **at)
    for item_id in (CARD, BANK, PHOTO):
        case = teller.says(visits.MarkItem, item_id=item_id, mark="missing", **at).case
    teller.says(visits.DecideItem, item_id=BANK, offer="deferral", taken=True, **at)
    teller.says(visits.DecideAnew, item_id=BANK, reason="x", **at)
    teller.says(visits.DecideItem, item_id=BANK, offer="deferral", taken=True, **at)
    teller.says(visits.DecideItem, item_id=PHOTO, offer="promise", taken=True, **at)
    code = teller.says(visits.IssueNotice, **at).notice.code
    entries = {one.kind: one.id for one in board_of(teller).visits.entries.values()}
    deferral, promise = entries["deferral"], entries["promise"]
    teller.says(visits.RecordCall, entry_id=deferral, outcome="no_answer", **GUIDE)
    teller.says(visits.ResolveDeferral, entry_id=deferral, outcome="brought", **GUIDE)
    teller.says(visits.RecordPromiseCheck, entry_id=promise, outcome="true", **GUIDE)

    page = seals(teller, b"\xff\xd8\xff", "picture")
    teller.says(pictures.KeepPicture, blob_id=page, item_id=BANK, page=1, **at)
    teller.says(pictures.DropPicture, blob_id=page, **GUIDE)

    kept = {"case_id": case.id, **GUIDE}
    why = {"basis": "consent", "purpose": "remind"}
    phone = seals(teller, b"139 0000 4321", "detail")
    teller.says(records.KeepDetail, blob_id=phone, detail="phone", **why, **kept)
    teller.says(ReadBlob, blob_id=phone)
    teller.says(records.WithdrawConsent, **kept)
    teller.says(
        records.KeepPaper, blob_id=seals(teller, b"%PDF-1", "paper"), paper="notice", **kept
    )
    teller.says(visits.EndVisit, outcome="with_notice", **at)

    again = teller.says(visits.OpenByCode, code=code, **GUIDE)
    at = {"visit_id": again.visit.id, **GUIDE}
    teller.says(visits.MarkItem, item_id=CARD, mark="ok", **at)
    for item_id in (FORM, "3", BANK, PHOTO, "6"):
        teller.says(visits.MarkItem, item_id=item_id, mark="ok", **at)
    teller.says(visits.RecordTrueIntention, answers=("yes",) * 5, alone=True, own_will=True, **at)
    for step in ("receive", "accept", "handle"):
        teller.says(visits.AdvanceCase, step=step, **at)
    teller.says(visits.CloseCase, case_id=case.id, **GUIDE)
    teller.says(visits.EndVisit, **at)

    elsewhere = teller.says(visits.BeginVisit, **GUIDE).visit.id
    teller.says(visits.OpenCase, visit_id=elsewhere, matter_id="m-relief", **GUIDE)
    teller.says(visits.ReferAway, visit_id=elsewhere, to="bank", **GUIDE)


def somebody_acts_for_an_elder(teller: Teller) -> None:
    handed = tuple(agency.Handed(matter_id="m-subsidy", material_id=one) for one in (CARD, BANK))
    opened = teller.says(
        agency.OpenMandate,
        matter_ids=("m-subsidy",),
        agent_number="1002",
        understands=True,
        asked_alone=True,
        handed=handed,
        **GUIDE,
    )
    teller.says(agency.FindMandates, id_number=Secret(WANG), **GUIDE)
    at: dict[str, Any] = {"mandate_id": opened.mandate.id, **GUIDE}
    teller.says(agency.SignMandate, signed_by="principal", how="signature", **at)
    teller.says(agency.TakeOriginals, handed=handed[:1], **at)
    teller.says(agency.ChangeAgent, agent_number="1002", **at)
    teller.says(agency.AdvanceMandate, step="submit", **at)
    teller.says(agency.LoseOriginal, original_id="1", **at)
    teller.says(agency.FindOriginal, original_id="1", **at)
    teller.says(agency.LoseOriginal, original_id="2", **at)
    teller.says(agency.ReportBack, way="in_person", **at)
    teller.says(agency.ExplainLoss, original_id="2", outcome="replaced", **at)
    teller.says(agency.WithdrawMandate, **at)
    for original_id in ("1", "3"):
        teller.says(agency.GiveBackOriginal, original_id=original_id, **at)
    teller.says(agency.CloseMandate, **at)


def people_are_helped(teller: Teller) -> None:
    def asks(kind: str) -> str:
        return str(teller.says(help_.RequestHelp, help_kind=kind, **KIOSK).help.id)

    teller.says(help_.TakeBackHelp, help_id=asks("help"), **KIOSK)
    teller.says(help_.AcknowledgeHelp, help_id=asks("unwell"), **GUIDE)
    along = {"help_id": asks("accompany"), **GUIDE}
    teller.says(help_.AssignHelper, staff_number="1002", **along)
    teller.says(help_.NoteHelp, note="set_out", **along)
    teller.says(help_.FinishHelp, **along)
    loan = teller.says(help_.LendItem, item_id="glasses-1", **GUIDE).loan
    teller.says(help_.ReturnItem, loan_id=loan.id, **GUIDE)
    stocked = teller.says(
        box.StockBox, item_id="plaster", quantity=3, expires_on="2030-01-01", **GUIDE
    )
    teller.says(box.CheckBox, batch_id=stocked.batch.id, quantity=2, **GUIDE)
    teller.says(help_.ReportDevice, device_id="printer", status="paper_low", **KIOSK)


def what_cannot_be_done_is_written_down(teller: Teller) -> None:
    elsewhere = teller.says(not_done.OpenNotDone, **GUIDE).entry.id
    teller.says(not_done.ReferNotDone, entry_id=elsewhere, to="bank", **GUIDE)
    at = {"entry_id": teller.says(not_done.OpenNotDone, **GUIDE).entry.id, **GUIDE}
    teller.says(not_done.ClassifyNotDone, reason="system", **at)
    teller.says(not_done.PassOnNotDone, staff_number="1001", **at)
    teller.says(not_done.SettleNotDone, result="done", **at)
    teller.says(not_done.AnswerNotDone, reply="in_person", **at)
    teller.says(not_done.CheckNotDone, satisfaction="content", **at)
    teller.says(not_done.ListNotDone, month="2026-11", **GUIDE)
    teller.says(not_done.ArchiveNotDone, **at)


def whoever_is_not_here_is_looked_after(teller: Teller) -> None:
    def books() -> dict[str, Any]:
        booked = teller.says(
            home_visits.BookHomeVisit,
            matter_id="m-subsidy",
            day="2026-11-24",
            half="morning",
            channel="phone",
            grounds=("age",),
            **GUIDE,
        )
        return {"home_visit_id": booked.home_visit.id, **GUIDE}

    teller.says(home_visits.FindHomeSlots, **GUIDE)
    teller.says(home_visits.OfferOtherWay, matter_id="m-relief", way="agency", **GUIDE)
    teller.says(home_visits.CancelHomeVisit, **books())
    at = books()
    teller.says(home_visits.AssignHomeVisit, staff_numbers=("1001", "1002"), **at)
    teller.says(home_visits.StartHomeVisit, **at)
    teller.says(home_visits.MissHomeVisit, **at)
    teller.says(home_visits.MoveHomeVisit, day="2026-11-25", half="morning", **at)
    teller.says(home_visits.ConfirmHomeVisit, **at)
    teller.says(home_visits.StartHomeVisit, **at)
    teller.says(home_visits.FinishHomeVisit, result="handled", **at)

    def mailing() -> dict[str, Any]:
        asked = teller.says(mail.AskForMailing, matter_id="m-subsidy", what="card", **GUIDE)
        return {"mailing_id": asked.mailing.id, **GUIDE}

    teller.says(mail.CancelMailing, **mailing())
    at = mailing()
    teller.says(mail.SendMailing, item_number="XA12345678", **at)
    teller.says(mail.ReturnMailing, **at)
    teller.says(mail.SendMailing, item_number="XB12345678", **at)
    teller.says(mail.ReceiveMailing, **at)

    visit = teller.says(visits.BeginVisit, matter_id="m-subsidy", **GUIDE).visit.id
    teller.says(visits.MoveVisit, visit_id=visit, action="precheck", **GUIDE)
    case_id = board_of(teller).visits.visits[visit].case_id
    phone = seals(teller, b"139 0000 4321", "detail")
    why = {"detail": "phone", "basis": "consent", "purpose": "follow_up"}
    teller.says(records.KeepDetail, blob_id=phone, case_id=case_id, **why, **GUIDE)
    teller.says(visits.CloseCase, case_id=case_id, **GUIDE)
    (call,) = board_of(teller).follow_ups
    teller.says(follow_up.RecordFollowUp, follow_up_id=call, said="fine", **GUIDE)


def the_house_closes(teller: Teller) -> None:
    teller.says(staff.KeepSignedIn, **GUIDE)
    teller.says(staff.SignOut, **GUIDE)
