"""The kiosk's voice: one prompt at a time, and a new one stops the old one at once."""

from __future__ import annotations

from collections.abc import Callable

from devices.ports import DeviceStatus, Fault, Sound, Speaker, Unknown
from voice.announcer import HandOver, Preparer, right_here
from voice.failure import NotSynthesised
from voice.utterance import Utterance

VOLUME_STEPS = (0.55, 0.75, 1.0)
DEFAULT_STEP = 1


class Prompter:
    """Speaks prompts to the one who stands there. Called in the station's own thread.

    `hand_over` brings sounds that were made elsewhere into that thread. The last prompt can be
    heard again; the volume has three steps and goes back to the default with `reset`.
    """

    def __init__(
        self,
        speaker: Speaker,
        preparer: Preparer,
        on_voice_status: Callable[[DeviceStatus], None],
        hand_over: HandOver = right_here,
    ) -> None:
        self._speaker = speaker
        self._preparer = preparer
        self._on_voice_status = on_voice_status
        self._hand_over = hand_over
        self._prompt_no = 0
        self._last: Utterance | None = None
        self._step = DEFAULT_STEP
        self._status: DeviceStatus = Unknown()

    def start(self) -> None:
        """Start the loudspeaker at the default volume and report its status."""
        self._speaker.start(self._show)
        self._speaker.set_volume(VOLUME_STEPS[self._step])

    def say(self, prompt: Utterance) -> None:
        """Stop what is being said and say this."""
        self.hush()
        self._last = prompt
        prompt_no = self._prompt_no
        self._preparer.prepare(
            prompt, lambda made: self._hand_over(lambda: self._made(prompt_no, made))
        )

    def say_again(self) -> None:
        """Say the last prompt once more."""
        if self._last is not None:
            self.say(self._last)

    def hush(self) -> None:
        """Stop at once: a touch is the answer, nobody talks over it."""
        self._prompt_no += 1
        self._speaker.silence()

    def louder(self) -> int:
        """Go one volume step up; from the loudest back to the softest. Return the step, 0 to 2."""
        self._step = (self._step + 1) % len(VOLUME_STEPS)
        self._speaker.set_volume(VOLUME_STEPS[self._step])
        return self._step

    def reset(self) -> None:
        """Make ready for the next visitor: silence, default volume, nothing to say again."""
        self.hush()
        self._last = None
        self._step = DEFAULT_STEP
        self._speaker.set_volume(VOLUME_STEPS[self._step])

    def stop(self) -> None:
        """Close the loudspeaker."""
        self.hush()
        self._speaker.stop()

    @property
    def voice_status(self) -> DeviceStatus:
        """What people should see of the voice."""
        return self._status

    def _made(self, prompt_no: int, made: Sound | NotSynthesised) -> None:
        if prompt_no != self._prompt_no:
            return
        if isinstance(made, NotSynthesised):
            self._show(Fault(made.why))
            return
        self._speaker.play(made, lambda: None, lambda _whole: None)

    def _show(self, status: DeviceStatus) -> None:
        if status != self._status:
            self._status = status
            self._on_voice_status(status)
