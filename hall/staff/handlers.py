"""What the hall does when staff come to a station and leave it."""

from __future__ import annotations

from datetime import timedelta

import msgspec

from hall.kernel.clock import iso
from hall.kernel.messages import Event, Refusal
from hall.kernel.work import Room, Work
from hall.staff import rows
from hall.staff.messages import (
    CheckedSignIn,
    KeepSignedIn,
    LockStation,
    NobodySignedIn,
    NotYourStation,
    SessionKept,
    SessionView,
    SignedIn,
    SignedOut,
    SignInFailed,
    SignInLocked,
    SignOut,
    SignOutReason,
    StaffLocked,
)
from hall.staff.model import Tries, after_wrong, belongs, locked


def staff_room() -> Room:
    """Build the room of the staff."""
    return Room(
        handlers={
            CheckedSignIn: sign_in,
            SignOut: sign_out,
            KeepSignedIn: keep,
            LockStation: lock,
        }
    )


def sign_in(command: CheckedSignIn, work: Work) -> Event | Refusal:
    """Let somebody in, once: who was at this station leaves it, and leaves any other one."""
    number, station_id = command.staff_number, command.station_id
    member = work.facts.member(number)
    tried = rows.tries(work, number)
    if locked(tried, work.now.steady_s):
        left_s = tried.locked_until_s - work.now.steady_s
        return StaffLocked(until=iso(work.now.utc + timedelta(seconds=left_s)))
    if member is None or not command.right:
        return _wrong(work, station_id, number if member is not None else "", tried)
    if not belongs(member.roles, counter=work.facts.counter(station_id) is not None):
        return NotYourStation()
    rows.set_tries(work, number, Tries())
    for session in rows.sessions(work.connection, work.hall_id):
        if session.staff_number == number or session.station_id == station_id:
            _end(work, session, "elsewhere" if session.station_id != station_id else "asked")
    session = SessionView(
        station_id=station_id,
        staff_number=number,
        since=work.now.iso,
        until=_watch(work, station_id),
    )
    rows.save_session(work, session)
    return work.record(SignedIn(session=session))


def sign_out(command: SignOut, work: Work) -> Event | Refusal:
    """Whoever is here leaves."""
    session = _at(work, command.station_id)
    return NobodySignedIn() if session is None else _end(work, session, "asked")


def keep(command: KeepSignedIn, work: Work) -> Event | Refusal:
    """Whoever is here is still here."""
    session = _at(work, command.station_id)
    if session is None:
        return NobodySignedIn()
    kept = msgspec.structs.replace(session, until=_watch(work, command.station_id))
    rows.save_session(work, kept)
    return work.record(SessionKept(session=kept))


def lock(command: LockStation, work: Work) -> Event | Refusal:
    """Nothing was touched for long: a screen nobody watches shows nobody."""
    session = _at(work, command.station_id)
    return NobodySignedIn() if session is None else _end(work, session, "idle")


def _at(work: Work, station_id: str) -> SessionView | None:
    found = rows.sessions(work.connection, work.hall_id)
    return next((session for session in found if session.station_id == station_id), None)


def _end(work: Work, session: SessionView, why: SignOutReason) -> Event:
    rows.end_session(work, session.station_id)
    work.forget(_lock_id(session.station_id))
    return work.record(SignedOut(session=session, why=why))


def _watch(work: Work, station_id: str) -> str:
    """Plan the lock anew; returns when it will be."""
    counter = work.facts.counter(station_id) is not None
    idle_s = work.rules.counter_idle_s if counter else work.rules.guide_idle_s
    work.forget(_lock_id(station_id))
    return work.after(idle_s, LockStation(command_id=_lock_id(station_id), station_id=station_id))


def _lock_id(station_id: str) -> str:
    return f"lock-{station_id}"


def _wrong(work: Work, station_id: str, number: str, tried: Tries) -> Event:
    after = after_wrong(
        tried, work.now.steady_s, work.rules.sign_in_failures, work.rules.sign_in_lock_s
    )
    rows.set_tries(work, number, after)
    if locked(after, work.now.steady_s):
        until = iso(work.now.utc + timedelta(seconds=work.rules.sign_in_lock_s))
        return work.record(SignInLocked(station_id=station_id, staff_number=number, until=until))
    return work.record(SignInFailed(station_id=station_id, staff_number=number))
