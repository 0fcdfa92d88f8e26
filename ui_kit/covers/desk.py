"""Both covers of a staff station as one: an alarm lies over everything, then who is there. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from hall.help.messages import HelpView
from hall.kernel.errors import KnownError
from hall.kernel.facts import HallFacts
from hall.kernel.messages import Answer, Command
from hall.staff.messages import SessionView
from ui_kit.covers.alarm import AlarmDesk
from ui_kit.covers.sign_in import SignInDesk
from ui_kit.covers.views import AlarmStripView, AlarmView, SignInView
from ui_kit.staff_views import KeyView
from ui_kit.strings import Strings


@dataclass(frozen=True)
class CoversView:
    """What lies over the station's own page; None where nothing does."""

    alarm: AlarmView | None = None
    strip: AlarmStripView | None = None
    sign_in: SignInView | None = None
    sounding: bool = False

    @property
    def covering(self) -> bool:
        """Whether the page under it can be neither seen nor pressed."""
        return self.alarm is not None or self.sign_in is not None


class CoverDesk:
    """What a station does about alarms and about who is there."""

    def __init__(self, words: Strings, station_id: str, new_id: Callable[[], str]) -> None:
        self._words = words
        self.alarms = AlarmDesk(words, station_id, new_id)
        self.sign_in = SignInDesk(words, station_id, new_id)
        self._now_s = 0.0

    def board_changed(
        self, facts: HallFacts, alarms: Mapping[str, HelpView],
        sessions: Mapping[str, SessionView], number_of: Callable[[str], str],
    ) -> None:  # fmt: skip
        """Take the alarms that stand and who is signed in where."""
        self.alarms.board_changed(facts, alarms, number_of)
        self.sign_in.board_changed(facts, sessions)

    def link_changed(self, *, linked: bool) -> None:
        """The hall answers, or does not."""
        self.alarms.link_changed(linked=linked)

    def press(self, action: str, argument: str) -> bool:
        """Do what a key of a cover means; True also for any other key under a cover."""
        self.sign_in.touched(self._now_s)
        if self.alarms.press(action, argument) or self.sign_in.press(action, argument):
            return True
        return self.sign_in.needed

    def answered(self, command: Command, answer: Answer) -> bool:
        """Take an answer; False when the command is not one of these."""
        return self.alarms.answered(command, answer) or self.sign_in.answered(command, answer)

    def not_answered(self, command: Command, error: KnownError) -> bool:
        """No answer came; False when the command is not one of these."""
        return self.alarms.not_answered(command, error) or self.sign_in.not_answered(command)

    def tick(self, now_s: float) -> None:
        """Let time pass, by a steady clock."""
        self._now_s = now_s
        self.alarms.tick(now_s)

    def drain(self) -> list[Command]:
        """Return the commands to send now, once."""
        return [*self.alarms.drain(), *self.sign_in.drain()]

    def view(self, utc: datetime) -> CoversView:
        """Return what lies over the page."""
        unwell = KeyView("unwell", "unwell", self._words.get("sign_in_unwell"), icon="heartbeat")
        return CoversView(
            alarm=self.alarms.view(utc),
            strip=self.alarms.strip(),
            sign_in=self.sign_in.view(unwell),
            sounding=self.alarms.sounding,
        )
