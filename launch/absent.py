"""Devices a station was not given: never there, and saying so."""

from __future__ import annotations

from collections.abc import Callable

from devices.ports import CardEvent, DeviceStatus, Offline, PrintOutcome, Slip, Sound

NOT_CONFIGURED = Offline("no such device is configured")


class NoCardReader:
    """A reader that is not there."""

    def start(
        self,
        on_card: Callable[[CardEvent], None],
        on_status: Callable[[DeviceStatus], None],
    ) -> None:
        """Report that it is not there."""
        del on_card
        on_status(NOT_CONFIGURED)

    def new_session(self) -> int:
        """Return the only session there is."""
        return 0

    def stop(self) -> None:
        """End; there is nothing to end."""


class NoSlipPrinter:
    """A printer that is not there."""

    paper_mm = 80.0

    def start(self, on_status: Callable[[DeviceStatus], None]) -> None:
        """Report that it is not there."""
        on_status(NOT_CONFIGURED)

    def print(self, slip: Slip, on_done: Callable[[PrintOutcome], None]) -> None:
        """Answer at once that nothing was printed."""
        del slip
        on_done(PrintOutcome("not_printed", NOT_CONFIGURED))

    def stop(self) -> None:
        """End; there is nothing to end."""


class NoSpeaker:
    """A loudspeaker that is not there."""

    def start(self, on_status: Callable[[DeviceStatus], None]) -> None:
        """Report that it is not there."""
        on_status(NOT_CONFIGURED)

    def play(
        self, sound: Sound, on_started: Callable[[], None], on_ended: Callable[[bool], None]
    ) -> None:
        """Answer at once that nothing was heard."""
        del sound, on_started
        on_ended(False)

    def silence(self) -> None:
        """Stay silent."""

    def set_volume(self, level: float) -> None:
        """Take note of nothing."""
        del level

    def stop(self) -> None:
        """End; there is nothing to end."""
