"""PINs: hashed with argon2id (RFC 9106), looked at outside the hall's transaction."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import pairwise

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError
from sqlalchemy import Engine

from hall.kernel.messages import Command
from hall.staff import rows
from hall.staff.messages import CheckedSignIn, SignIn

PIN_DIGITS = re.compile(r"[0-9]{6,12}")
"""Six digits and more; five wrong ones lock a number, so that trying them all takes years."""

_HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)


def usable(pin: str) -> bool:
    """Tell whether a PIN may be set: long enough, and not one digit over and over or a row."""
    steps = {ord(after) - ord(before) for before, after in pairwise(pin)}
    return bool(PIN_DIGITS.fullmatch(pin)) and steps not in ({0}, {1}, {-1})


def hash_of(pin: str) -> str:
    """Return the hash of a PIN, with its own salt."""
    return _HASHER.hash(pin)


class PinCheck:
    """Turns a sign-in into whether its PIN was right."""

    def __init__(self, engine: Engine, hall_id: str) -> None:
        self._engine = engine
        self._hall_id = hall_id

    @cached_property
    def _nobodys(self) -> str:
        """Compared for an unknown number, so that the answer takes as long as for a known one."""
        return hash_of("")

    def __call__(self, command: Command) -> Command:
        """Look at the PIN and forget it."""
        if not isinstance(command, SignIn):
            raise TypeError(f"{type(command).__name__} is not SignIn")
        with self._engine.connect() as connection:
            known = rows.pin_hash(connection, self._hall_id, command.staff_number)
        try:
            right = (
                _HASHER.verify(known or self._nobodys, command.pin.reveal()) and known is not None
            )
        except VerificationError:
            right = False
        return CheckedSignIn(
            command_id=command.command_id,
            station_id=command.station_id,
            staff_number=command.staff_number,
            right=right,
        )
