"""What the hall does to come to somebody's home."""

from __future__ import annotations

from datetime import date, datetime, time
from itertools import islice
from zoneinfo import ZoneInfo

import msgspec

from hall.care.home_visits import rows
from hall.care.home_visits.messages import (
    AssignHomeVisit,
    BookHomeVisit,
    CancelHomeVisit,
    ConfirmHomeVisit,
    FindHomeSlots,
    FinishHomeVisit,
    HomeSlotsFound,
    HomeSlotTaken,
    HomeSlotView,
    HomeVisitAssigned,
    HomeVisitBooked,
    HomeVisitCancelled,
    HomeVisitCommand,
    HomeVisitConfirmed,
    HomeVisitEvent,
    HomeVisitFinished,
    HomeVisitMissed,
    HomeVisitMoved,
    HomeVisitReminded,
    HomeVisitStarted,
    HomeVisitView,
    MissHomeVisit,
    MoveHomeVisit,
    NeedsTwoStaff,
    NoGroundSaid,
    NoSuchHomeVisit,
    NotDoneAtHome,
    OfferOtherWay,
    OtherWayOffered,
    RemindOfHomeVisit,
    StartHomeVisit,
    WrongHomeVisitState,
)
from hall.care.home_visits.model import (
    OVER,
    STAFF_WANTED,
    TAKES_PLACE,
    Action,
    Slot,
    free_slots,
    grounds_of,
    next_state,
    other_ways,
    reminder_of,
)
from hall.care.home_visits.reactions import REACTIONS
from hall.help.messages import NoSuchStaff
from hall.kernel.messages import Event, Refusal
from hall.kernel.outbox import queue_message
from hall.kernel.work import Room, Work
from hall.records.rows import agreed_telephone
from hall.tickets.messages import NoSuchMatter, NothingDue
from hall.visits.at_hand import calendar, today

SLOTS_OFFERED = 24
"""More half days than anybody chooses from."""


def home_visits_room() -> Room:
    """Build the room of visits at home."""
    return Room(
        handlers={
            FindHomeSlots: find_slots,
            BookHomeVisit: book,
            OfferOtherWay: offer_other_way,
            ConfirmHomeVisit: confirm,
            AssignHomeVisit: assign,
            MoveHomeVisit: move,
            StartHomeVisit: start,
            FinishHomeVisit: finish,
            MissHomeVisit: miss,
            CancelHomeVisit: cancel,
            RemindOfHomeVisit: remind,
        },
        reactions=REACTIONS,
    )


def find_slots(_command: FindHomeSlots, work: Work) -> Event | Refusal:
    """Say which half days are free."""
    return HomeSlotsFound(slots=_offered(work))


def book(command: BookHomeVisit, work: Work) -> Event | Refusal:
    """Agree on a day with whoever cannot come."""
    matter = work.facts.matter(command.matter_id)
    if matter is None:
        return NoSuchMatter(matter_id=command.matter_id)
    if not matter.sheet.home_visit:
        sheet = matter.sheet
        return NotDoneAtHome(ways=other_ways(agent_ok=sheet.agent_ok, mail_ok=sheet.mail_ok))
    from_age = work.facts.home_visits.from_age
    grounds = grounds_of(command.grounds, command.age_years, from_age)
    if not grounds:
        return NoGroundSaid(from_age=from_age)
    slot = Slot(command.day, command.half)
    if not _is_free(work, slot):
        return HomeSlotTaken(slots=_offered(work))
    visit = HomeVisitView(
        id=work.new_id(),
        matter_id=matter.id,
        day=slot.day,
        half=slot.half,
        state="booked",
        channel=command.channel,
        grounds=grounds,
        booked_at=work.now.iso,
    )
    rows.insert_visit(work, visit)
    _plan_reminder(work, visit)
    return work.record(HomeVisitBooked(home_visit=visit))


def offer_other_way(command: OfferOtherWay, work: Work) -> Event | Refusal:
    """Put on record that nobody was simply sent away."""
    if work.facts.matter(command.matter_id) is None:
        return NoSuchMatter(matter_id=command.matter_id)
    return work.record(OtherWayOffered(matter_id=command.matter_id, way=command.way))


def confirm(command: ConfirmHomeVisit, work: Work) -> Event | Refusal:
    """We are expected."""
    return _act(command, work, "confirm", HomeVisitConfirmed)


def assign(command: AssignHomeVisit, work: Work) -> Event | Refusal:
    """Say who goes."""
    visit = _open(work, command.home_visit_id)
    if visit is None:
        return NoSuchHomeVisit()
    if visit.state not in TAKES_PLACE:
        return WrongHomeVisitState(state=visit.state)
    numbers = tuple(dict.fromkeys(command.staff_numbers))
    if any(work.facts.member(number) is None for number in numbers):
        return NoSuchStaff()
    return _saved(work, visit, HomeVisitAssigned, staff=numbers)


def move(command: MoveHomeVisit, work: Work) -> Event | Refusal:
    """Agree on another day; whoever went goes again unless others are named."""
    visit = _open(work, command.home_visit_id)
    if visit is None:
        return NoSuchHomeVisit()
    state = next_state(visit.state, "move")
    if state is None:
        return WrongHomeVisitState(state=visit.state)
    slot = Slot(command.day, command.half)
    same = slot == Slot(visit.day, visit.half) and visit.state in TAKES_PLACE
    if not same and not _is_free(work, slot):
        return HomeSlotTaken(slots=_offered(work))
    moved = msgspec.structs.replace(
        visit, state=state, day=slot.day, half=slot.half, reminded=False
    )
    _plan_reminder(work, moved)
    rows.save_visit(work, moved)
    return work.record(HomeVisitMoved(home_visit=moved))


def start(command: StartHomeVisit, work: Work) -> Event | Refusal:
    """Set out, by two."""
    visit = _open(work, command.home_visit_id)
    if visit is not None and next_state(visit.state, "start") and len(visit.staff) < STAFF_WANTED:
        return NeedsTwoStaff(assigned=len(visit.staff))
    return _act(command, work, "start", HomeVisitStarted)


def finish(command: FinishHomeVisit, work: Work) -> Event | Refusal:
    """Put on record what came of it."""
    return _act(command, work, "finish", HomeVisitFinished, result=command.result)


def miss(command: MissHomeVisit, work: Work) -> Event | Refusal:
    """Nobody was met; it stays on the list until another day is agreed."""
    return _act(command, work, "miss", HomeVisitMissed)


def cancel(command: CancelHomeVisit, work: Work) -> Event | Refusal:
    """It will not be."""
    return _act(command, work, "cancel", HomeVisitCancelled)


def remind(command: RemindOfHomeVisit, work: Work) -> Event | Refusal:
    """The working day before has come."""
    visit = rows.load_visit(work, command.home_visit_id)
    if visit is None or visit.state not in ("booked", "confirmed") or visit.reminded:
        return NothingDue()
    telephone = agreed_telephone(work, visit.id, "home_visit")
    if telephone is not None:
        queue_message(work, "home_visit_tomorrow", telephone, visit.day)
    return _saved(work, visit, HomeVisitReminded, reminded=True)


def _act(
    command: HomeVisitCommand,
    work: Work,
    action: Action,
    event: type[HomeVisitEvent],
    **more: object,
) -> Event | Refusal:
    visit = _open(work, command.home_visit_id)
    if visit is None:
        return NoSuchHomeVisit()
    state = next_state(visit.state, action)
    if state is None:
        return WrongHomeVisitState(state=visit.state)
    if state not in TAKES_PLACE:
        work.forget(reminder_of(visit.id))
    return _saved(work, visit, event, state=state, **more)


def _saved(
    work: Work, visit: HomeVisitView, event: type[HomeVisitEvent], **changes: object
) -> Event:
    changed = msgspec.structs.replace(visit, **changes)
    rows.save_visit(work, changed)
    return work.record(event(home_visit=changed))


def _open(work: Work, home_visit_id: str) -> HomeVisitView | None:
    visit = rows.load_visit(work, home_visit_id)
    return None if visit is None or visit.state in OVER else visit


def _offered(work: Work) -> tuple[HomeSlotView, ...]:
    settings = work.facts.home_visits
    found = free_slots(
        today(work), settings.days_ahead, settings.per_half_day, rows.taken_slots(work),
        calendar(work),
    )  # fmt: skip
    return tuple(
        HomeSlotView(day=slot.day, half=slot.half, left=left)
        for slot, left in islice(found, SLOTS_OFFERED)
    )


def _is_free(work: Work, wished: Slot) -> bool:
    settings = work.facts.home_visits
    found = free_slots(
        today(work), settings.days_ahead, settings.per_half_day, rows.taken_slots(work),
        calendar(work),
    )  # fmt: skip
    return any(slot == wished for slot, _ in found)


def _plan_reminder(work: Work, visit: HomeVisitView) -> None:
    """Plan the reminder for the opening of the working day before."""
    before = calendar(work).before(date.fromisoformat(visit.day), 1)
    zone = ZoneInfo(work.facts.timezone)
    opening = datetime.combine(before, time.fromisoformat(work.facts.opens), zone)
    work.forget(reminder_of(visit.id))
    work.later(
        opening,
        RemindOfHomeVisit(command_id=reminder_of(visit.id), home_visit_id=visit.id),
    )
