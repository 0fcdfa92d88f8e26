"""A telephone the elder may leave: asked for with one reason, kept sealed, read to ring up. Pure.

A no costs nothing, and is not asked about again while this desk is on.
"""

from __future__ import annotations

from guide_desk.care.details import DetailHand
from guide_desk.desk import Desk
from hall.kernel.errors import KnownError
from hall.records.messages import DetailView, WithdrawConsent
from hall.visits.views import CaseView

SHOWN_S = 60.0
"""So long a number stands on the page without a touch."""
MOBILE, SHORTEST, LONGEST = 11, 7, 12
"""Digits of a mobile number, which begins with 1, and of one at home, with or without its area."""
_TO_FOLLOW = ("deferral", "promise", "notice")


class PhoneDesk:
    """What the desk does about telephones. It remembers no number longer than its page is shown.

    `typed` are the digits so far; `asked_no` are cases whose elder wants none kept.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._hand = DetailHand(desk, "remind")
        self._read_s = self._typed_s = 0.0
        self.typed = ""
        self.asked_no: set[str] = set()

    def number(self, case_id: str) -> str:
        """Return the number that was read, empty while there is none."""
        return self._hand.known(case_id).get("phone", "")

    @property
    def waits(self) -> bool:
        """Whether a number is on its way from the hall."""
        return self._hand.waits

    def kept(self, case_id: str) -> DetailView | None:
        """Return that a telephone is kept of a case."""
        of_case = (one for one in self._hand.kept((case_id,)) if one.detail == "phone")
        return next(of_case, None)

    def on_its_way(self, case_id: str) -> bool:
        """Tell whether a number of a case is being kept."""
        return self._hand.keeping(case_id)

    def offered(self, case: CaseView) -> bool:
        """Tell whether to ask now: something is to follow, and nobody has said yes or no."""
        follows = any(one.decision in _TO_FOLLOW for one in case.items)
        answered = case.id in self.asked_no or self.on_its_way(case.id)
        return follows and not answered and self.kept(case.id) is None

    def type(self, digit: str) -> None:
        """Take one more digit; more than a number can have change nothing."""
        if digit.isascii() and digit.isdigit() and len(self.typed) < _most(self.typed):
            self.typed += digit
        self._typed_s = self._desk.now_s

    def erase(self) -> None:
        """Take the last digit back."""
        self.typed = self.typed[:-1]

    def keep(self, case_id: str) -> None:
        """Have what was typed sealed for a case; from then on it is nowhere on the page."""
        number, self.typed = self.typed, ""
        self.asked_no.discard(case_id)
        self._hand.keep(case_id, "phone", number)

    def withdraw(self, case_id: str) -> None:
        """The elder does not want it kept any more."""
        setup = self._desk.setup
        self.forget()
        self.asked_no.add(case_id)
        self._desk.send(
            WithdrawConsent(command_id=setup.new_id(), station_id=setup.station_id, case_id=case_id)
        )

    def read(self, case_id: str) -> None:
        """Ask the hall for the number; the reading is on record there."""
        self._read_s = self._desk.now_s
        self._hand.read((case_id,))

    def came(self, blob_id: str, data: bytes) -> bool:
        """Take the number; False where it was not asked for here."""
        self._read_s = self._desk.now_s
        return self._hand.came(blob_id, data)

    def failed(self, blob_id: str) -> bool:
        """Take that it cannot be read; tells whether it was asked for here."""
        return self._hand.failed(blob_id)

    def forget(self) -> None:
        """Forget the number that was read."""
        self._hand.forget()

    def sealed(self, job_id: str, blob_id: str) -> None:
        """Take that the hall has a number."""
        self._hand.sealed(job_id, blob_id)

    def not_sealed(self, job_id: str, error: KnownError) -> None:
        """Take that the hall has it not; one it never will have is said."""
        self._hand.not_sealed(job_id, error)

    def tick(self, now_s: float, *, reading: bool, typing: bool) -> None:
        """Let time pass; a number goes with its page, which is the one that reads or that types."""
        self._hand.tick(now_s)
        if not reading or now_s - self._read_s >= SHOWN_S:
            self.forget()
        if not typing or now_s - self._typed_s >= SHOWN_S:
            self.typed = ""


def is_whole(digits: str) -> bool:
    """Tell whether digits can be a telephone number."""
    if digits.startswith("1"):
        return len(digits) == MOBILE
    return SHORTEST <= len(digits) <= LONGEST


def spaced(digits: str) -> str:
    """Return a number as it is read out: 138 0000 0000; one at home in fours."""
    mobile = digits.startswith("1")
    rest = digits[3:] if mobile else digits
    groups = [rest[at : at + 4] for at in range(0, len(rest), 4)]
    return " ".join([digits[:3], *groups] if mobile else groups)


def _most(digits: str) -> int:
    return MOBILE if digits.startswith("1") else LONGEST
