"""The mandate a command is about, its timeline, and its plans."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import msgspec

from hall.care.agency import rows
from hall.care.agency.messages import MandateCommand
from hall.care.agency.model import Action, next_state
from hall.care.agency.refusals import MandateWrongState, NoSuchMandate
from hall.care.agency.views import MandateMoment, MandateView, MomentWord
from hall.kernel.messages import Refusal
from hall.kernel.work import Work


def mandate_at_hand(command: MandateCommand, work: Work) -> MandateView | Refusal:
    """Return the mandate meant."""
    return rows.load_mandate(work, command.mandate_id) or NoSuchMandate()


def moved(seen: MandateView, action: Action) -> MandateView | Refusal:
    """Return a mandate after an action, not yet stored."""
    state = next_state(seen.state, action)
    if state is None:
        return MandateWrongState(state=seen.state)
    return msgspec.structs.replace(seen, state=state)


def noted(work: Work, seen: MandateView, what: MomentWord) -> MandateView:
    """Store a line of the timeline; returns the mandate with it."""
    moment = MandateMoment(at=work.now.iso, what=what, by=work.actor)
    rows.insert_moment(work, seen, moment)
    return msgspec.structs.replace(seen, timeline=(*seen.timeline, moment))


def opening_of(work: Work, day: date) -> datetime:
    """Return when the hall opens on a day."""
    zone = ZoneInfo(work.facts.timezone)
    return datetime.combine(day, time.fromisoformat(work.facts.opens), zone)


def end_of(work: Work, day: date) -> datetime:
    """Return the midnight after a day."""
    return datetime.combine(day + timedelta(days=1), time(0), ZoneInfo(work.facts.timezone))
