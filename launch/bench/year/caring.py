"""What a hall does for people beyond the counter: each thing is begun, and brought to its end.

A made day does both, so that no entry of it stays open; what lies open on a morning is only begun.
The rooms are those of `hall.care` and the medicine box.
"""

from __future__ import annotations

from hall.care.agency import messages as agency
from hall.care.feelings import messages as feelings
from hall.care.follow_up import messages as follow_up
from hall.care.home_visits import messages as home_visits
from hall.care.mail import messages as mail
from hall.care.not_done import messages as not_done
from hall.care.pictures import messages as pictures
from hall.help import box_messages as box
from hall.kernel.blobs import JPEG_START, ReadBlob
from hall.kernel.outbox import queued
from hall.kernel.outbox_messages import NoteDelivery
from hall.records import messages as records
from launch.bench.year.hands import GUIDE, Fields, Hands

BROUGHT = "EL025"
"""A matter with papers that is done at home too, and whose result may go home by post."""
PAGES = ("2", "3")
"""Papers of it of which pictures are kept: no identity card is among them."""
PICTURE = JPEG_START + bytes(16_000)
"""A small page: no list reads what is in a blob, so a year need not be as heavy as one."""
GUIDE_NUMBER, HELPER_NUMBER = "1001", "1002"
"""Invented staff of the demo."""
PHONE = {"phone": "139 0000 0000"}
WHO_AND_WHERE = {"name": "Zhao", "address": "An invented lane 1", **PHONE}


def keeps(hands: Hands, of_id: str, purpose: records.Purpose, what: dict[str, str]) -> None:
    """Put on record what somebody left of themselves for a purpose."""
    why = {"basis": "consent", "purpose": purpose}
    for detail, text in what.items():
        blob_id = hands.seals("detail", text.encode())
        hands.says(
            records.KeepDetail, blob_id=blob_id, case_id=of_id, detail=detail, **why, **GUIDE
        )


def books_home_visit(hands: Hands, day: str, half: str) -> Fields:
    """Agree on half a day with somebody who cannot walk; returns what is said about the visit."""
    booked = hands.says(
        home_visits.BookHomeVisit,
        matter_id=BROUGHT,
        day=day,
        half=half,
        channel="phone",
        grounds=("mobility",),
        **GUIDE,
    )
    visit_id = booked["home_visit"]["id"]
    keeps(hands, visit_id, "home_visit", WHO_AND_WHERE)
    return {"home_visit_id": visit_id, **GUIDE}


def makes_home_visit(hands: Hands, about: Fields) -> None:
    """Write and ring up, go by two, come back."""
    sends_messages(hands)
    hands.says(home_visits.ConfirmHomeVisit, **about)
    two = (GUIDE_NUMBER, HELPER_NUMBER)
    hands.says(home_visits.AssignHomeVisit, staff_numbers=two, **about)
    hands.says(home_visits.StartHomeVisit, **about)
    hands.says(home_visits.FinishHomeVisit, result="handled", **about)


def asks_for_mailing(hands: Hands) -> Fields:
    """Let a result go home by post; returns what is said about the mailing."""
    asked = hands.says(mail.AskForMailing, matter_id=BROUGHT, what="certificate", **GUIDE)
    mailing_id = asked["mailing"]["id"]
    keeps(hands, mailing_id, "mail", WHO_AND_WHERE)
    return {"mailing_id": mailing_id, **GUIDE}


def mails(hands: Hands, about: Fields) -> None:
    """Hand it to the post and write so; it arrives."""
    hands.says(mail.SendMailing, item_number="XA00000001", **about)
    sends_messages(hands)
    hands.says(mail.ReceiveMailing, **about)


def sends_messages(hands: Hands) -> None:
    """Send what stands in the outbox, as the hall's own worker does it."""
    parts = hands.hall.parts
    while True:
        with parts.engine.connect() as connection:
            waiting = queued(connection, parts.facts.hall_id)
        if not waiting:
            return
        for one in waiting:
            hands.says(ReadBlob, blob_id=one.to_blob_id)
            hands.says(NoteDelivery, message_id=one.message_id, delivery="sent")


def leaves_telephone(hands: Hands, case_id: str) -> None:
    """Agree to be rung up some days after the case is closed."""
    keeps(hands, case_id, "follow_up", PHONE)


def rings_up(hands: Hands) -> None:
    """Ring up everybody who is still to be rung up; all are content."""
    query = "SELECT follow_up_id FROM follow_up WHERE state <> 'closed' ORDER BY follow_up_id"
    for follow_up_id in hands.finds(query):
        hands.says(follow_up.RecordFollowUp, follow_up_id=follow_up_id, said="fine", **GUIDE)


def takes_pictures(hands: Hands, at: Fields, pages: tuple[str, ...] = PAGES) -> None:
    """Lay papers of a visit under the camera."""
    for item_id in pages:
        blob_id = hands.seals("picture", PICTURE)
        hands.says(pictures.KeepPicture, blob_id=blob_id, item_id=item_id, page=1, **at)


def says_how_it_was(hands: Hands, ticket_id: str, score: int, *reasons: str) -> None:
    """Answer at the screen of the counter; a bad score lands on the register."""
    hands.says(
        feelings.GiveFeeling,
        station_id="display-1",
        ticket_id=ticket_id,
        score=score,
        reasons=reasons,
        channel="counter_screen",
    )


def refers_bad_ratings(hands: Hands) -> None:
    """Pass what others must look into on to them: it says nothing of how often this repeats."""
    query = "SELECT id FROM not_done WHERE channel = 'rating' AND state = 'accepted' ORDER BY id"
    for entry_id in hands.finds(query):
        hands.says(not_done.ReferNotDone, entry_id=entry_id, to="hotline", **GUIDE)


def says_it_is_not_done(hands: Hands) -> Fields:
    """Put somebody on the register; returns what is said about the entry."""
    opened = hands.says(not_done.OpenNotDone, reason="cash_refused", **GUIDE)
    return {"entry_id": opened["entry"]["id"], **GUIDE}


def gets_it_done(hands: Hands, about: Fields) -> None:
    """Bring an entry to its end."""
    hands.says(not_done.PassOnNotDone, staff_number=GUIDE_NUMBER, **about)
    hands.says(not_done.SettleNotDone, result="done", **about)
    hands.says(not_done.AnswerNotDone, reply="in_person", **about)
    hands.says(not_done.CheckNotDone, satisfaction="content", **about)
    hands.says(not_done.ArchiveNotDone, **about)


def hands_over(hands: Hands, visit_id: str | None = None) -> Fields:
    """Let a helper act, with one original; returns what is said about the mandate.

    The card of the visit, if any, finds the mandate while it is open.
    """
    opened = hands.says(
        agency.OpenMandate,
        matter_ids=(BROUGHT,),
        agent_number=HELPER_NUMBER,
        understands=True,
        asked_alone=True,
        handed=(agency.Handed(matter_id=BROUGHT, material_id="1"),),
        visit_id=visit_id,
        **GUIDE,
    )
    return {"mandate_id": opened["mandate"]["id"], **GUIDE}


def acts(hands: Hands, about: Fields) -> None:
    """Bring a mandate to its end; the original comes back."""
    hands.says(agency.SignMandate, signed_by="principal", how="signature", **about)
    for step in ("submit", "finish"):
        hands.says(agency.AdvanceMandate, step=step, **about)
        hands.says(agency.ReportBack, way="in_person", **about)
    hands.says(agency.GiveBackOriginal, original_id="1", **about)
    hands.says(agency.CloseMandate, **about)


def stocks_box(hands: Hands, item_id: str, expires_on: str) -> Fields:
    """Put something into the medicine box; returns what is said about the batch."""
    stocked = hands.says(box.StockBox, item_id=item_id, quantity=2, expires_on=expires_on, **GUIDE)
    return {"batch_id": stocked["batch"]["id"], **GUIDE}


def uses_up(hands: Hands, about: Fields) -> None:
    """Find nothing left of a batch."""
    hands.says(box.CheckBox, quantity=0, **about)
