"""What the kiosk is handed besides devices: a voice, the reading of numbers, local time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from devices.ports import DeviceStatus


class KioskVoice(Protocol):
    """Speaks to the one who stands there. Called in the station's own thread."""

    def start(self, on_status: Callable[[DeviceStatus], None]) -> None:
        """Open the loudspeaker and report its status."""
        ...

    def stop(self) -> None:
        """Fall silent and close the loudspeaker."""
        ...

    def say(
        self,
        text: str,
        *,
        slow: bool,
        quiet: bool,
        on_ended: Callable[[bool], None],
        language: str = "",
        in_pieces: bool = False,
    ) -> None:
        """Stop what is being said and say this; `on_ended` is called in the station's thread.

        `on_ended(True)` only when it was really said to its end. `slow` lowers the rate,
        `quiet` leaves out the chime. `language` is the tongue the text is in, empty for the
        hall's own. `in_pieces` lets the first sentence begin before the others are made.
        """
        ...

    def hush(self) -> None:
        """Stop at once."""
        ...

    def click(self) -> None:
        """Let be heard that a key went down; what was being said stops."""
        ...

    def set_volume(self, step: int) -> None:
        """Set the volume step, 0 to 2; 1 is the default."""
        ...

    def use_headphones(self, wanted: bool) -> None:
        """Speak through the headphones, where there are any, or no longer because of this.

        Headphones the sound server knows to be plugged in are used without being asked for.
        """
        ...


class NumberWords(Protocol):
    """How numbers are read aloud."""

    def label(self, number: str) -> str:
        """Read a ticket label such as `A012`."""
        ...

    def count(self, value: int) -> str:
        """Read a number of people."""
        ...
