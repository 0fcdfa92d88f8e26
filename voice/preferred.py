"""Several voices in order of preference: a sentence is spoken by the first that has all of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from devices.ports import Sound
from voice.clips import ClipPack
from voice.utterance import Utterance

Report = Callable[[str], None]


def tell_nobody(words: str) -> None:
    """Take note of nothing."""
    del words


class PreferredVoices:
    """The clips of a station: its own voice first, then the shipped one. Never both at once.

    `report` is told words the first voice has no clip of, once each, when a sentence had to be
    spoken by another voice because of them.
    """

    def __init__(self, packs: Sequence[ClipPack], report: Report = tell_nobody) -> None:
        self._packs = tuple(packs)
        self._report = report
        self._reported: set[str] = set()

    def join(self, utterance: Utterance) -> Sound | None:
        """Return the utterance in the first voice that has every part of it."""
        for place, pack in enumerate(self._packs):
            sound = pack.join(utterance)
            if sound is not None:
                return sound
            if place == 0:
                self._tell(pack.lacks(utterance))
        return None

    def join_what_is_there(self, utterance: Utterance) -> Sound | None:
        """Return the parts of the voice that knows most of them."""
        known = [pack.join_what_is_there(utterance) for pack in self._packs]
        sounds = [sound for sound in known if sound is not None]
        return max(sounds, key=lambda sound: sound.duration_s, default=None)

    def _tell(self, lacking: Sequence[str]) -> None:
        for words in lacking:
            if words not in self._reported:
                self._reported.add(words)
                self._report(words)
