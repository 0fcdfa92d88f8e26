"""How it was: found, given, corrected, and taken over by the provincial system."""

from __future__ import annotations

from hall.care.feelings import rows
from hall.care.feelings.intake import SeekService
from hall.care.feelings.messages import (
    LOW_UP_TO,
    AcceptFeeling,
    FeelingAccepted,
    FeelingChanged,
    FeelingGiven,
    FeelingStands,
    FeelingView,
    FeelingWasLow,
    GiveFeeling,
    NoSuchReason,
    NoSuchService,
    NotAsked,
    NothingToAccept,
    ServiceFound,
)
from hall.care.feelings.model import Said, turned_low, usable, verdict
from hall.kernel.facts import HallFacts
from hall.kernel.messages import Event, Refusal
from hall.kernel.work import Room, Work
from hall.tickets.rows import last_day
from hall.tickets.visitors import find_visitor


def feelings_room() -> Room:
    """Build the room of how it was."""
    return Room(handlers={SeekService: find, GiveFeeling: give, AcceptFeeling: accept})


def find(command: SeekService, work: Work) -> Event | Refusal:
    """Say which service is meant; looking leaves no trace of who it was."""
    service = (
        _of_card(work, command.person_key)
        if command.person_key
        else rows.service_by_number(work, command.number, command.days_before)
    )
    if service is None:
        return NoSuchService()
    if not asked_after(work.facts, service.matter_id):
        return NotAsked()
    given = rows.load(work, service.ticket_id) is not None
    return ServiceFound(ticket_id=service.ticket_id, number=service.number, given=given)


def give(command: GiveFeeling, work: Work) -> Event | Refusal:
    """Keep how it was; what was said before may be corrected once, for a while."""
    service = rows.service(work, command.ticket_id)
    if service is None:
        return NoSuchService()
    if not asked_after(work.facts, service.matter_id):
        return NotAsked()
    offered = frozenset(one.id for one in work.facts.feelings.reasons)
    if not usable(command.reasons, offered):
        return NoSuchReason()
    known = rows.load(work, service.ticket_id)
    before = known.said if known else None
    now_s, change_s = work.now.steady_s, work.rules.feeling_change_s
    meant = verdict(before, command.score, command.reasons, now_s, change_s)
    if meant == "stands":
        return FeelingStands()
    view = FeelingView(
        ticket_id=service.ticket_id,
        matter_id=service.matter_id,
        counter_id=service.counter_id,
        service_date=service.service_date,
        score=command.score,
        reasons=command.reasons,
        channel=command.channel,
        given_at=work.now.iso,
        version=known.view.version + 1 if known else 1,
    )
    said = Said(
        score=command.score,
        reasons=command.reasons,
        given_s=before.given_s if before else now_s,
        corrected=meant == "corrected" or (before is not None and before.corrected),
    )
    rows.keep(work, view, said, waits=work.facts.feelings.connected)
    event = FeelingGiven if known is None else FeelingChanged
    told = work.record(event(feeling=view))
    if turned_low(before, command.score, LOW_UP_TO):
        work.record(FeelingWasLow(feeling=view))
    return told


def accept(command: AcceptFeeling, work: Work) -> Event | Refusal:
    """Note that the provincial system has a version; a newer one still waits."""
    if not rows.accepted(work, command.ticket_id, command.version):
        return NothingToAccept()
    return work.record(FeelingAccepted(ticket_id=command.ticket_id, version=command.version))


def asked_after(facts: HallFacts, matter_id: str) -> bool:
    """Tell whether people are asked after a matter: never after a death in the family."""
    matter = facts.matter(matter_id)
    return matter is None or not matter.bereavement


def _of_card(work: Work, person_key: str) -> rows.Service | None:
    """Find the last service of whoever holds a card; who came on an earlier day is forgotten."""
    day = last_day(work.connection, work.hall_id)
    visitor = find_visitor(work, day.day_id, person_key) if day is not None else None
    return rows.last_service_of(work, visitor) if visitor is not None else None
