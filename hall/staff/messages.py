"""Words of signing in and out at a station."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from hall.kernel.messages import PLAIN, Command, Event, Refusal
from hall.kernel.secret import Secret

Short = Annotated[str, msgspec.Meta(max_length=64, pattern=PLAIN)]
SignOutReason = Literal["asked", "idle", "elsewhere"]


class SessionView(msgspec.Struct, frozen=True, kw_only=True):
    """Who is at a station; for a console `station_id` is its counter. Times are UTC, ISO 8601."""

    station_id: str
    staff_number: str
    since: str
    until: str


class SignIn(Command):
    """Somebody proves who they are; the PIN is looked at before the door and goes no further."""

    station_id: Short
    staff_number: Short
    pin: Secret


class CheckedSignIn(Command):
    """SignIn as handlers see it: whether the PIN was right."""

    station_id: str
    staff_number: str
    right: bool


class SignOut(Command):
    """Whoever is at this station leaves it."""

    station_id: Short


class KeepSignedIn(Command):
    """Whoever is at this station is still there: something was touched."""

    station_id: Short


class LockStation(Command):
    """Nothing was touched for long."""

    station_id: str


class SessionEvent(Event):
    """Somebody came to a station or left it."""

    session: SessionView


class SignedIn(SessionEvent):
    """Somebody is at a station; whoever was there before has left it."""


class SessionKept(SessionEvent):
    """Still there, until the new time."""


class SignedOut(SessionEvent):
    """Nobody is at that station any more."""

    why: SignOutReason


class SignInFailed(Event):
    """A number and PIN that do not belong together. `staff_number` is empty for an unknown one."""

    station_id: str
    staff_number: str


class SignInLocked(Event):
    """Too many wrong PINs in a row: this number cannot sign in before `until`."""

    station_id: str
    staff_number: str
    until: str


class StaffLocked(Refusal):
    """This number cannot sign in yet; `until` is UTC, ISO 8601."""

    until: str


class NotYourStation(Refusal):
    """The roles of this member of staff do not belong to this kind of station."""


class NobodySignedIn(Refusal):
    """Nobody is signed in at this station; sign in first."""


COMMANDS: tuple[type[Command], ...] = (SignIn, SignOut, KeepSignedIn)
INTERNAL: tuple[type[Command], ...] = (LockStation,)
EVENTS: tuple[type[Event], ...] = (SignedIn, SessionKept, SignedOut, SignInFailed, SignInLocked)
REFUSALS: tuple[type[Refusal], ...] = (StaffLocked, NotYourStation, NobodySignedIn)
