"""Who is at a staff station: number and PIN, digit by digit. Pure.

The PIN lives here from its first digit until it is sent or wiped, and in no view.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Literal
from zoneinfo import ZoneInfo

from hall.kernel.facts import HallFacts
from hall.kernel.messages import Answer, Command, Event
from hall.kernel.secret import Secret
from hall.staff.messages import (
    KeepSignedIn,
    NotYourStation,
    SessionView,
    SignedIn,
    SignIn,
    SignInLocked,
    SignOut,
    StaffLocked,
)
from ui_kit.covers.views import SignInView
from ui_kit.staff_views import KeyView
from ui_kit.strings import Strings

KEEP_EVERY_S = 60.0
"""While something is touched the hall is told this often that somebody is there."""
_LONGEST = 12
_STEPS = Literal["number", "pin"]


class SignInDesk:
    """The sign-in of one station; `station_id` is its counter for a console."""

    def __init__(self, words: Strings, station_id: str, new_id: Callable[[], str]) -> None:
        self._words = words
        self._station_id = station_id
        self._new_id = new_id
        self._facts: HallFacts | None = None
        self._session: SessionView | None = None
        self._step: _STEPS = "number"
        self._number = ""
        self._pin = ""
        self._notice = ""
        self._under_way = ""
        self._kept_s = float("-inf")
        self._wishes: list[Command] = []

    @property
    def needed(self) -> bool:
        """Whether somebody must sign in before anything else is done here."""
        required = self._facts is not None and self._facts.sign_in_required
        return required and self._session is None

    @property
    def staff_number(self) -> str:
        """Who is signed in here, empty when nobody is."""
        return self._session.staff_number if self._session else ""

    @property
    def staff_name(self) -> str:
        """The name of who is signed in here, empty when nobody is."""
        member = self._facts.member(self.staff_number) if self._facts else None
        return member.name if member else self.staff_number

    def board_changed(self, facts: HallFacts, sessions: Mapping[str, SessionView]) -> None:
        """Take who is signed in where; who is signed out here starts from the beginning."""
        before, self._facts = self._session, facts
        self._session = sessions.get(self._station_id)
        if before is not None and self._session is None:
            self._forget()

    def press(self, action: str, argument: str) -> bool:
        """Do what a key means; False when it is not one of these."""
        if action == "sign_in_digit":
            self._type(argument)
        elif action == "sign_in_wipe":
            self._wipe()
        elif action == "sign_in_back":
            self._forget()
        elif action == "sign_in_enter":
            self._enter()
        elif action == "sign_out":
            self._wishes.append(SignOut(command_id=self._new_id(), station_id=self._station_id))
        else:
            return False
        return True

    def touched(self, now_s: float) -> None:
        """Something was pressed at this station: whoever is signed in is still there."""
        if self._session is not None and now_s - self._kept_s >= KEEP_EVERY_S:
            self._kept_s = now_s
            keep = KeepSignedIn(command_id=self._new_id(), station_id=self._station_id)
            self._wishes.append(keep)

    def answered(self, command: Command, answer: Answer) -> bool:
        """Take an answer; False when the command is not one of these."""
        if isinstance(command, SignOut | KeepSignedIn):
            return True
        if command.command_id != self._under_way:
            return False
        self._under_way = ""
        self._pin, self._step = "", "pin"
        self._notice = self._line_of(answer.message)
        if isinstance(answer.message, SignedIn):
            self._forget()
            self._session = answer.message.session
        elif not isinstance(answer.message, Event):
            self._step, self._number = "number", ""
        return True

    def not_answered(self, command: Command) -> bool:
        """No answer came: it is typed once more. False when the command is not one of these."""
        if isinstance(command, SignOut | KeepSignedIn):
            return True
        if command.command_id != self._under_way:
            return False
        self._under_way, self._pin = "", ""
        self._notice = self._words.get("sign_in_lost")
        return True

    def drain(self) -> list[Command]:
        """Return the commands to send now, once."""
        wishes, self._wishes = self._wishes, []
        return wishes

    def view(self, unwell: KeyView) -> SignInView | None:
        """Return what covers the screen while nobody is signed in, else None."""
        if not self.needed:
            return None
        words, asks_pin = self._words, self._step == "pin"
        busy = bool(self._under_way)
        return SignInView(
            title=words.get("sign_in_checking" if busy else f"sign_in_{self._step}"),
            number_word=words.get("sign_in_number_word"),
            number=self._number,
            pin_word=words.get("sign_in_pin_word"),
            pin_dots=len(self._pin),
            asks_pin=asks_pin,
            notice=self._notice,
            keys=self._keys(asks_pin=asks_pin, busy=busy),
            unwell=unwell,
        )

    def _keys(self, *, asks_pin: bool, busy: bool) -> tuple[KeyView, ...]:
        words, typed = self._words, self._pin if asks_pin else self._number
        digits = tuple(
            KeyView(f"digit_{digit}", "sign_in_digit", digit, digit,
                    mode="cannot" if busy else "can")
            for digit in "1234567890"
        )  # fmt: skip
        wipe = KeyView(
            "sign_in_wipe", "sign_in_wipe", words.get("sign_in_wipe"), icon="backspace",
            mode="can" if typed and not busy else "cannot",
        )  # fmt: skip
        back = KeyView(
            "sign_in_back", "sign_in_back", words.get("sign_in_back"), icon="arrow-left",
            mode="can" if asks_pin and not busy else "cannot",
        )  # fmt: skip
        enter = KeyView(
            "sign_in_enter", "sign_in_enter",
            words.get("sign_in_enter" if asks_pin else "sign_in_next"),
            icon="sign-in" if asks_pin else "arrow-right",
            mode="under_way" if busy else "next" if typed else "cannot",
        )  # fmt: skip
        return (*digits, wipe, back, enter)

    def _type(self, digit: str) -> None:
        if self._under_way or len(digit) != 1 or not digit.isdigit():
            return
        self._notice = ""
        if self._step == "pin":
            self._pin = (self._pin + digit)[:_LONGEST]
        else:
            self._number = (self._number + digit)[:_LONGEST]

    def _wipe(self) -> None:
        if self._step == "pin":
            self._pin = self._pin[:-1]
        else:
            self._number = self._number[:-1]

    def _enter(self) -> None:
        if self._under_way or not (self._pin if self._step == "pin" else self._number):
            return
        if self._step == "number":
            self._step = "pin"
            return
        self._under_way = self._new_id()
        self._wishes.append(
            SignIn(
                command_id=self._under_way,
                station_id=self._station_id,
                staff_number=self._number,
                pin=Secret(self._pin),
            )
        )

    def _forget(self) -> None:
        self._step, self._number, self._pin, self._notice = "number", "", "", ""

    def _line_of(self, message: object) -> str:
        words = self._words
        if isinstance(message, SignInLocked | StaffLocked):
            zone = ZoneInfo(self._facts.timezone) if self._facts else ZoneInfo("UTC")
            until = datetime.fromisoformat(message.until).astimezone(zone)
            return words.get("sign_in_locked", time=until.strftime("%H:%M"))
        if isinstance(message, NotYourStation):
            return words.get("sign_in_not_here")
        return "" if isinstance(message, SignedIn) else words.get("sign_in_wrong")
