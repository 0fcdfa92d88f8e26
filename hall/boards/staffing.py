"""What the staff have among them: who is signed in where, and what is lent."""

from __future__ import annotations

from hall.help.messages import LoanEvent, LoanView
from hall.kernel.messages import Event
from hall.staff.messages import SessionEvent, SessionView, SignedOut


def loans_after(loans: dict[str, LoanView], event: Event) -> dict[str, LoanView]:
    """Return what is lent after one event."""
    if not isinstance(event, LoanEvent):
        return loans
    others = {key: loan for key, loan in loans.items() if key != event.loan.id}
    return others if event.loan.returned_at else {**others, event.loan.id: event.loan}


def sessions_after(sessions: dict[str, SessionView], event: Event) -> dict[str, SessionView]:
    """Return who is signed in where after one event."""
    if not isinstance(event, SessionEvent):
        return sessions
    station_id = event.session.station_id
    others = {key: session for key, session in sessions.items() if key != station_id}
    return others if isinstance(event, SignedOut) else {**others, station_id: event.session}
