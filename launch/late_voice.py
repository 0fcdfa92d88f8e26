"""The kiosk's voice, opened when its page is on the screen: nobody waits for it before that."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from devices.ports import DeviceStatus
    from kiosk.ports import KioskVoice


class LateVoice:
    """A voice that is opened by `start`; before that it says that nothing was heard."""

    def __init__(self, open_voice: Callable[[], KioskVoice]) -> None:
        self._open_voice = open_voice
        self._voice: KioskVoice | None = None

    def start(self, on_status: Callable[[DeviceStatus], None]) -> None:
        """Open voice and loudspeaker; the status of the loudspeaker is reported."""
        self._voice = self._open_voice()
        self._voice.start(on_status)

    def stop(self) -> None:
        """Fall silent and close the loudspeaker."""
        if self._voice is not None:
            self._voice.stop()

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
        """Stop what is being said and say this."""
        if self._voice is None:
            on_ended(False)
            return
        self._voice.say(
            text,
            slow=slow,
            quiet=quiet,
            on_ended=on_ended,
            language=language,
            in_pieces=in_pieces,
        )

    def hush(self) -> None:
        """Stop at once."""
        if self._voice is not None:
            self._voice.hush()

    def click(self) -> None:
        """Let be heard that a key went down."""
        if self._voice is not None:
            self._voice.click()

    def set_volume(self, step: int) -> None:
        """Set the volume step; a voice begins with the default."""
        if self._voice is not None:
            self._voice.set_volume(step)

    def use_headphones(self, wanted: bool) -> None:
        """Speak through the headphones, where there are any, or no longer because of this."""
        if self._voice is not None:
            self._voice.use_headphones(wanted)
