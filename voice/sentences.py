"""The voice of a kiosk: whole sentences, one at a time; a new one stops the old one at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from devices.ports import DeviceStatus, Sound, Speaker
from voice.announcer import HandOver, Preparer, right_here
from voice.failure import NotSynthesised
from voice.utterance import STOP_FROM_MS, Part, Utterance

VOLUME_STEPS = (0.55, 0.75, 1.0)
DEFAULT_STEP = 1
STOPS = re.compile(r"(?<=[\u3002\uff1f\uff01])|(?<=[.?!]\s)")
"""After a full stop, question mark or exclamation mark: ideographic, or Latin with its space."""


class SentenceVoice:
    """Says texts to the one who stands there. Called in the station's own thread.

    `preparer` makes sounds at the usual rate, `slow_preparer` more slowly; `paces` are such pairs
    for further languages; `hand_over` brings what was made elsewhere into the station's thread.
    """

    def __init__(
        self,
        speaker: Speaker,
        preparer: Preparer,
        slow_preparer: Preparer,
        hand_over: HandOver = right_here,
        paces: Mapping[str, tuple[Preparer, Preparer]] | None = None,
    ) -> None:
        self._speaker = speaker
        self._own = (preparer, slow_preparer)
        self._paces = paces or {}
        self._hand_over = hand_over
        self._said = 0

    def start(self, on_status: Callable[[DeviceStatus], None]) -> None:
        """Open the loudspeaker at the default volume; its status is reported."""
        self._speaker.start(on_status)
        self.set_volume(DEFAULT_STEP)

    def say(
        self,
        text: str,
        *,
        slow: bool,
        quiet: bool,
        on_ended: Callable[[bool], None],
        language: str = "",
    ) -> None:
        """Stop what is being said and say this; `on_ended(True)` when it was said to its end.

        There is no chime before a sentence, so `quiet` changes nothing here. A language that was
        not handed in is spoken by the usual voice.
        """
        del quiet
        self.hush()
        number = self._said
        preparer = self._paces.get(language, self._own)[slow]

        def made(sound: Sound | NotSynthesised) -> None:
            self._hand_over(lambda: self._play(number, sound, on_ended))

        preparer.prepare(in_sentences(text), made)

    def hush(self) -> None:
        """Stop at once: a touch is the answer, nobody talks over it."""
        self._said += 1
        self._speaker.silence()

    def set_volume(self, step: int) -> None:
        """Set the volume step, 0 to 2; 1 is the default."""
        self._speaker.set_volume(VOLUME_STEPS[step])

    def stop(self) -> None:
        """Close the loudspeaker."""
        self.hush()
        self._speaker.stop()

    def _play(
        self, number: int, sound: Sound | NotSynthesised, on_ended: Callable[[bool], None]
    ) -> None:
        if number != self._said or isinstance(sound, NotSynthesised):
            on_ended(False)
            return
        self._speaker.play(sound, lambda: None, on_ended)


def in_sentences(text: str) -> Utterance:
    """Return a text as one part a sentence, so that recorded sentences are found."""
    sentences = [piece for piece in STOPS.split(text) if piece.strip()]
    parts = tuple(
        Part(piece, STOP_FROM_MS if place else 0) for place, piece in enumerate(sentences)
    )
    return Utterance(parts or (Part(text),), text)
