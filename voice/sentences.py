"""The voice of a kiosk: whole sentences, one at a time; a new one stops the old one at once."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from devices.ports import DeviceStatus, Headphones, Sound, Speaker
from voice.announcer import HandOver, Preparer, right_here
from voice.failure import NotSynthesised
from voice.pcm import silence
from voice.utterance import STOP_FROM_MS, Part, Utterance, plain_utterance

VOLUME_STEPS = (0.55, 0.75, 1.0)
DEFAULT_STEP = 1
PIECE_GAP_MS = 350
STOPS = re.compile(r"(?<=[\u3002\uff1f\uff01])|(?<=[.?!]\s)")
"""After a full stop, question mark or exclamation mark: ideographic, or Latin with its space."""


class SentenceVoice:
    """Says texts to the one who stands there. Called in the station's own thread.

    `preparer` makes sounds at the usual rate, `slow_preparer` more slowly; `paces` are such pairs
    for further languages; `hand_over` brings what was made elsewhere into the station's thread;
    `headphones` is the loudspeaker's second output, if it has one; `click` is what a key sounds
    like, None for silent keys.
    """

    def __init__(
        self,
        speaker: Speaker,
        preparer: Preparer,
        slow_preparer: Preparer,
        hand_over: HandOver = right_here,
        paces: Mapping[str, tuple[Preparer, Preparer]] | None = None,
        headphones: Headphones | None = None,
        click: Sound | None = None,
    ) -> None:
        self._speaker = speaker
        self._own = (preparer, slow_preparer)
        self._paces = paces or {}
        self._hand_over = hand_over
        self._headphones = headphones
        self._click = click
        self._only_click = False
        """Whether the loudspeaker has a click and nothing else."""
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
        in_pieces: bool = False,
    ) -> None:
        """Stop what is being said and say this; `on_ended(True)` when it was said to its end.

        `in_pieces`: sentence by sentence, the first as soon as it is there; without that the whole
        is made before it begins, in one voice. There is no chime before a sentence, so `quiet`
        changes nothing here. A language that was not handed in is spoken by the usual voice.
        """
        del quiet
        self._said += 1
        if not self._only_click:  # it is over before words are made: no answer cuts it
            self._speaker.silence()
        preparer = self._paces.get(language, self._own)[slow]
        whole = in_sentences(text)
        pieces = [plain_utterance(part.words) for part in whole.parts] if in_pieces else [whole]
        self._say_on(_Saying(self._said, preparer, on_ended, deque(pieces)))

    def hush(self) -> None:
        """Stop at once: a touch is the answer, nobody talks over it."""
        self._said += 1
        self._speaker.silence()

    def click(self) -> None:
        """Let be heard at once that a key went down; what was being said stops."""
        self.hush()
        if self._click is not None:
            self._only_click = True
            self._speaker.play(self._click, lambda: None, self._clicked)

    def set_volume(self, step: int) -> None:
        """Set the volume step, 0 to 2; 1 is the default."""
        self._speaker.set_volume(VOLUME_STEPS[step])

    def use_headphones(self, wanted: bool) -> None:
        """Speak through the headphones, where there are any, or no longer because of this."""
        if self._headphones is not None:
            self._headphones.use_headphones(wanted)

    def stop(self) -> None:
        """Close the loudspeaker."""
        self.hush()
        self._speaker.stop()

    def _clicked(self, _whole: bool) -> None:
        self._hand_over(self._click_ended)

    def _click_ended(self) -> None:
        self._only_click = False

    def _say_on(self, saying: _Saying) -> None:
        """Have the next piece made, while the one before it is heard."""
        piece = saying.pieces.popleft()

        def made(sound: Sound | NotSynthesised) -> None:
            self._hand_over(lambda: self._made(saying, sound))

        saying.preparer.prepare(piece, made)

    def _made(self, saying: _Saying, sound: Sound | NotSynthesised) -> None:
        if saying.number != self._said:
            saying.on_ended(False)
            return
        saying.whole = saying.whole and isinstance(sound, Sound)
        last = not saying.pieces
        if isinstance(sound, Sound):
            if saying.begun:
                pause = silence(PIECE_GAP_MS, sound.rate_hz)
                sound = Sound(pause + sound.pcm, sound.rate_hz, sound.text)
            saying.begun, self._only_click = True, False
            self._speaker.play(sound, lambda: None, saying.ended if last else saying.ended_between)
        elif last:
            saying.on_ended(False)
        if not last:
            self._say_on(saying)


@dataclass
class _Saying:
    """A text on its way: the pieces that are still to be made, and whether all were heard."""

    number: int
    preparer: Preparer
    on_ended: Callable[[bool], None]
    pieces: deque[Utterance]
    whole: bool = True
    begun: bool = False

    def ended_between(self, whole: bool) -> None:
        """Take the end of a piece that others follow."""
        self.whole = self.whole and whole

    def ended(self, whole: bool) -> None:
        """Take the end of the last piece."""
        self.on_ended(self.whole and whole)


def in_sentences(text: str) -> Utterance:
    """Return a text as one part a sentence, so that recorded sentences are found."""
    sentences = [piece for piece in STOPS.split(text) if piece.strip()]
    parts = tuple(
        Part(piece, STOP_FROM_MS if place else 0) for place, piece in enumerate(sentences)
    )
    return Utterance(parts or (Part(text),), text)
