"""Pure rules of signing in: who belongs where, and when a number is locked."""

from __future__ import annotations

from typing import Literal, NamedTuple

StaffRole = Literal["guide", "adviser", "clerk", "helper", "manager", "admin", "auditor"]

AT_A_COUNTER: frozenset[str] = frozenset({"clerk", "manager"})
AT_THE_GUIDE_DESK: frozenset[str] = frozenset({"guide", "adviser", "helper", "manager"})


class Tries(NamedTuple):
    """Wrong PINs in a row, and the steady time in seconds until which a number is locked."""

    failed: int = 0
    locked_until_s: float = 0.0


def belongs(roles: tuple[str, ...], *, counter: bool) -> bool:
    """Tell whether somebody of these roles may sign in at a counter, or at the guide's desk."""
    return not (AT_A_COUNTER if counter else AT_THE_GUIDE_DESK).isdisjoint(roles)


def locked(tries: Tries, now_s: float) -> bool:
    """Tell whether a number cannot sign in now."""
    return now_s < tries.locked_until_s


def after_wrong(tries: Tries, now_s: float, most: int, lock_s: float) -> Tries:
    """Return the tries after one more wrong PIN; the count begins anew with a lock."""
    failed = tries.failed + 1
    return Tries(0, now_s + lock_s) if failed >= most else Tries(failed, tries.locked_until_s)
