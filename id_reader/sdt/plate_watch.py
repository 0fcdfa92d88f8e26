"""Watches the plate: what lies there, since when, and what is to be reported of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from devices.host import Backoff, Life
from devices.ports import CardEvent, CardSeen, CardUnreadable, IdCard, Offline, Ready
from devices.transport import Transport
from id_reader.sdt.card_try import (
    CardFailed,
    CardRead,
    NoCard,
    finds_nothing,
    old_card_answers,
    try_card,
)
from id_reader.sdt.frames import FrameRefused
from id_reader.sdt.plate import PLATE_TABLE, Plate, Say, Seen
from id_reader.sdt.resident import CardWords, load_words
from id_reader.sdt.sam_link import NoAnswer, SamLink, Timings
from id_reader.sdt.session import Session
from id_reader.sdt.status import Unreadable

ABSENT_POLLS = 2  # one failed look is no proof: a hand may shade the antenna
TRIES = 2


@dataclass(frozen=True)
class SdtOptions:
    """What differs between readers and between uses.

    `removal` says how to learn that a card was taken away: "address" asks 30 03, which only a
    card that was read answers; "find" is for readers that do not know 30 03.
    """

    newest_address: bool = False
    removal: Literal["address", "find"] = "address"
    timings: Timings = field(default_factory=Timings)
    backoff: Backoff = field(default_factory=Backoff)


class PlateWatch:
    """The work of the reader's worker. What it knows of the plate outlives a lost link."""

    def __init__(
        self,
        open_link: Callable[[], Transport],
        options: SdtOptions,
        session: Session,
        on_card: Callable[[CardEvent], None],
        clock: Callable[[], float],
    ) -> None:
        self._open_link = open_link
        self._options = options
        self._session = session
        self._on_card = on_card
        self._clock = clock
        self._words: CardWords | None = None
        self._link: Transport | None = None
        self._sam: SamLink | None = None
        self._late_answer_until = clock()
        self._plate = Plate.EMPTY
        self._plate_epoch = session.epoch
        self._failed: list[Unreadable] = []
        self._absent_polls = 0

    def set_up(self, life: Life) -> None:
        """Open the link and demand that the module answers."""
        self._words = self._words or load_words()
        self._link = self._open_link()
        self._sam = SamLink(self._link, self._options.timings, life.wait, self._clock)
        self._sam.expect_late_answers(self._late_answer_until)
        try:
            self._sam.check_status()
        except (NoAnswer, FrameRefused):
            self._sam.resync(silent=False)
        life.report(Ready())
        life.settled()

    def run(self, life: Life) -> None:
        """Look at the plate again and again."""
        while not life.ending:
            sam, words = self._sam, self._words
            if sam is None or words is None:
                return
            try:
                again_at_once = self._look(sam, words)
            except (NoAnswer, FrameRefused) as disturbance:
                self._get_in_step(life, sam, disturbance)
                again_at_once = False
            finally:
                self._late_answer_until = sam.late_answer_until
            if life.wait(0 if again_at_once else self._options.timings.poll_s):
                return

    def tear_down(self) -> None:
        """Close the link."""
        self.break_off()

    def break_off(self) -> None:
        """Close the link under a call that waits on it."""
        link, self._link, self._sam = self._link, None, None
        if link is not None:
            link.close()

    def _get_in_step(self, life: Life, sam: SamLink, disturbance: NoAnswer | FrameRefused) -> None:
        silent = isinstance(disturbance, NoAnswer) and disturbance.silent
        if silent:
            life.report(Offline("silent"))
        sam.resync(silent=silent)
        life.report(Ready())

    def _look(self, sam: SamLink, words: CardWords) -> bool:
        """Look once; return whether to look again without a pause."""
        if self._session.epoch != self._plate_epoch:
            self._plate_epoch = self._session.epoch
            self._absent_polls = 0
            self._forget_tries(overtaken=bool(self._failed))
            self._saw(Seen.NEW_SESSION)
        if self._plate in {Plate.READ, Plate.LEFT_OVER}:
            self._count_absence(gone=self._card_is_gone(sam))
            return False
        return self._look_for_card(sam, words)

    def _card_is_gone(self, sam: SamLink) -> bool:
        if self._options.removal == "find":
            return finds_nothing(sam)
        if old_card_answers(sam):
            return False
        # After another session's card nothing but an empty plate will do.
        return self._plate is Plate.READ or finds_nothing(sam)

    def _look_for_card(self, sam: SamLink, words: CardWords) -> bool:
        outcome = try_card(
            sam,
            words,
            # A session that began during the search: the card may be its own, so search again.
            go_on=lambda: self._session.epoch == self._plate_epoch,
            with_newest_address=self._options.newest_address,
        )
        if isinstance(outcome, NoCard):
            self._count_absence(gone=True)
            return False
        self._absent_polls = 0
        if self._session.epoch != self._plate_epoch:
            self._plate_epoch = self._session.epoch
            self._forget_tries(overtaken=True)
        elif isinstance(outcome, CardRead):
            self._failed.clear()
            self._saw(Seen.CARD_READ, card=outcome.card)
        else:
            self._count_failure(outcome)
        if isinstance(outcome, CardFailed) and outcome.disturbed is not None:
            raise outcome.disturbed
        return len(self._failed) == 1

    def _count_failure(self, outcome: CardFailed) -> None:
        self._failed.append(outcome.code)
        if len(self._failed) >= TRIES:
            self._failed.clear()
            self._saw(Seen.CARD_FAILED, code=outcome.code)

    def _forget_tries(self, *, overtaken: bool) -> None:
        self._failed.clear()
        if overtaken:
            self._saw(Seen.OVERTAKEN)

    def _count_absence(self, *, gone: bool) -> None:
        self._absent_polls = self._absent_polls + 1 if gone else 0
        if self._absent_polls < ABSENT_POLLS:
            return
        self._absent_polls = 0
        if self._failed:
            code = self._failed.pop()
            self._failed.clear()
            self._saw(Seen.CARD_FAILED, code="lifted" if code == "several_cards" else code)
        self._saw(Seen.GONE)

    def _saw(self, seen: Seen, card: IdCard | None = None, code: Unreadable = "bad_data") -> None:
        self._plate, say = PLATE_TABLE[self._plate, seen]
        if say is Say.CARD and card is not None:
            self._session.report(self._on_card, CardSeen(card, self._plate_epoch))
        elif say is Say.UNREADABLE:
            self._session.report(self._on_card, CardUnreadable(code, self._plate_epoch))
        elif say is Say.TAKEN:
            self._session.report_taken(self._on_card)
