"""Somebody slipped onto the red key: the alarm is taken back, while the hall allows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall.help.messages import HelpRequested, RequestHelp, TakeBackHelp
from hall.kernel.messages import Answer, Command

if TYPE_CHECKING:
    from kiosk.presenter import Presenter

TAKE_BACK_SHOWN_S = 8.0
"""How long the key is offered; the hall allows a little more."""


class Mistaken:
    """The alarm that was given last at one presenter's kiosk."""

    def __init__(self, presenter: Presenter) -> None:
        self._on = presenter
        self._asked = ""
        """The command that gave the alarm."""
        self._help_id = ""
        self._pressed_s = 0.0
        self._wanted = False
        """Whether it is to be taken back as soon as the hall has said which alarm it is."""

    @property
    def possible(self) -> bool:
        """Whether the alarm is so new that the key is offered."""
        on = self._on
        fresh = on.now_s - self._pressed_s <= TAKE_BACK_SHOWN_S
        return bool(self._asked) and not self._wanted and on.linked and fresh

    def given(self, command: RequestHelp) -> None:
        """An alarm was given from here."""
        self._asked, self._help_id = command.command_id, ""
        self._pressed_s, self._wanted = self._on.now_s, False

    def take_back(self) -> bool:
        """Take the alarm back; tells whether it may still be taken back."""
        if not self.possible:
            return False
        self._wanted = True
        self._send()
        return True

    def answered(self, command: Command, answer: Answer) -> None:
        """Learn which alarm it became."""
        if command.command_id == self._asked and isinstance(answer.message, HelpRequested):
            self._help_id = answer.message.help.id
            self._send()

    def forget(self) -> None:
        """Whoever pressed has gone; what they wanted still is done."""
        if not self._wanted or self._help_id:
            self._asked = ""

    def _send(self) -> None:
        on = self._on
        if self._wanted and self._help_id:
            self._asked = ""
            on.send(
                TakeBackHelp(
                    command_id=on.setup.new_id(),
                    help_id=self._help_id,
                    station_id=on.setup.station_id,
                )
            )
