"""From an utterance to a sound: clips first, free text second, and what clips there are last."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from typing import Protocol

from devices.ports import Sound
from voice.clips import Clips
from voice.failure import NotSynthesised
from voice.numbers import read_codes_in_text
from voice.readings import Readings
from voice.stretch import slower
from voice.utterance import Utterance, plain_utterance

OnSound = Callable[[Sound | NotSynthesised], None]


class FreeText(Protocol):
    """Makes a sound of any text, or says why not."""

    def speak(self, spoken: str, text: str) -> Sound | NotSynthesised:
        """Turn `spoken` into a sound that shows `text`."""
        ...


class SpeechMaker:
    """Makes sounds of utterances. Only free text takes time; clips are there at once."""

    def __init__(self, clips: Clips | None, free_text: FreeText | None, readings: Readings) -> None:
        self._clips = clips
        self._free_text = free_text
        self._readings = readings

    def from_clips(self, utterance: Utterance) -> Sound | None:
        """Return the utterance in the voice of the clips, or None when a part has no clip."""
        return self._clips.join(utterance) if self._clips is not None else None

    def make(self, utterance: Utterance) -> Sound | NotSynthesised:
        """Return a sound, waiting for the free-text synthesiser if a part has no clip.

        When the synthesiser fails too, the parts that have clips are spoken alone: of a call the
        number is heard, which is better than silence.
        """
        sound = self.from_clips(utterance)
        if sound is not None:
            return sound
        failed = NotSynthesised("no clip and no synthesiser")
        if self._free_text is not None:
            spoken = read_codes_in_text(utterance.spoken_text(self._readings), self._readings)
            made = self._free_text.speak(spoken, utterance.text)
            if isinstance(made, Sound):
                return made
            failed = made
        rest = self._clips.join_what_is_there(utterance) if self._clips is not None else None
        return rest if rest is not None else failed

    def make_text(self, text: str) -> Sound | NotSynthesised:
        """Return a sound of one sentence as it is written."""
        return self.make(plain_utterance(text))


class SlowSpeechMaker(SpeechMaker):
    """Makes the same sounds more slowly, at a `share` of their speed; free text comes slow.

    Clips are stretched, which takes time: no sound is there at once.
    """

    def __init__(
        self, clips: Clips | None, free_text: FreeText | None, readings: Readings, share: float
    ) -> None:
        super().__init__(clips, free_text, readings)
        self._share = share

    def from_clips(self, utterance: Utterance) -> Sound | None:  # noqa: ARG002  none is there at once
        """Return None."""
        return None

    def make(self, utterance: Utterance) -> Sound | NotSynthesised:
        """Return a slow sound, waiting for it."""
        sound = super().from_clips(utterance)
        if sound is None:
            return super().make(utterance)
        return Sound(slower(sound.pcm, sound.rate_hz, self._share), sound.rate_hz, sound.text)


class SpeechWorker:
    """Makes sounds without holding up the caller: one thread, in order of asking.

    A sound that clips give is handed over at once, in the caller's thread; free text later, in
    the worker's thread.
    """

    def __init__(self, maker: SpeechMaker) -> None:
        self._maker = maker
        self._wanted: queue.Queue[tuple[Utterance, OnSound] | None] = queue.Queue()
        self._thread = threading.Thread(target=self._work, name="speech", daemon=True)
        self._thread.start()

    def prepare(self, utterance: Utterance, on_sound: OnSound) -> None:
        """Make a sound and hand it to `on_sound`, once."""
        sound = self._maker.from_clips(utterance)
        if sound is not None:
            on_sound(sound)
            return
        self._wanted.put((utterance, on_sound))

    def stop(self) -> None:
        """Finish what is asked for and end the thread; returns when it has ended."""
        self._wanted.put(None)
        self._thread.join()

    def _work(self) -> None:
        while (wanted := self._wanted.get()) is not None:
            utterance, on_sound = wanted
            on_sound(self._maker.make(utterance))
