"""The one command under way: a second press waits until the hall has shown the first. Pure."""

from __future__ import annotations

from hall.kernel.messages import Command, Refusal

RETRY_S = 1.0
SETTLE_S = 2.0
"""An answer whose event was not seen by then came with a snapshot instead."""


class Pending:
    """At most one command; over when its event was seen, or when it was refused.

    Times are steady seconds, handed in.
    """

    def __init__(self) -> None:
        self._command: Command | None = None
        self._name = ""
        self._failed_s: float | None = None
        self._answered_seq: int | None = None
        self._answered_s = 0.0

    @property
    def name(self) -> str:
        """What was pressed, empty when nothing is under way."""
        return self._name

    def begin(self, name: str, command: Command) -> None:
        """Take a command that is being sent now."""
        self._command, self._name = command, name
        self._failed_s = self._answered_seq = None

    def waits_for(self, command: Command) -> bool:
        """Tell whether this is the command under way."""
        return self._command is not None and self._command.command_id == command.command_id

    def answered(self, message: object, answer_seq: int, seen_seq: int, now_s: float) -> None:
        """The hall has answered; a refusal ends it at once, else its event does."""
        if isinstance(message, Refusal) or seen_seq >= answer_seq:
            self.end()
        else:
            self._answered_seq, self._answered_s = answer_seq, now_s

    def seen(self, seq: int) -> None:
        """The board stands at this place now."""
        if self._answered_seq is not None and seq >= self._answered_seq:
            self.end()

    def failed(self, now_s: float) -> None:
        """No answer came: the same command goes again."""
        self._failed_s = now_s

    def retry(self, now_s: float) -> Command | None:
        """Return the command when it must be sent again now, and count it as sent."""
        if self._answered_seq is not None and now_s - self._answered_s >= SETTLE_S:
            self.end()
        if self._failed_s is None or now_s - self._failed_s < RETRY_S:
            return None
        self._failed_s = None
        return self._command

    def end(self) -> None:
        """Nothing is under way any more."""
        self._command, self._name = None, ""
        self._failed_s = self._answered_seq = None
