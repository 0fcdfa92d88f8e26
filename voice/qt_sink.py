"""The sound device of the machine, through QtMultimedia. The only Qt of this room.

Facts this rests on (PySide6 6.12 wheels): there is no ALSA output, only PulseAudio or PipeWire, so
without a sound server the list of outputs is empty; IdleState comes one to two seconds late, so the
end of a sound is computed from its duration; reading to the end of the buffer proves that the
device really took it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from threading import Event
from typing import TYPE_CHECKING

from devices.ports import DeviceStatus, Fault, Offline, Ready, Sound
from devices.transport import Transport
from voice.playing import Playing

if TYPE_CHECKING:
    from PySide6.QtCore import QBuffer
    from PySide6.QtMultimedia import QAudioDevice, QAudioSink, QMediaDevices

NO_OUTPUT = Offline("no sound output: no sound server, or no loudspeaker plugged in")
MERCY_MS = 120
CHECK_AGAIN_MS = 250
LATEST_END_MS = 3000
LOOK_MS = 50
LOOK_AGAIN_MS = 5000


class QtSpeaker:
    """Plays on the machine's output. Belongs to the thread of the application's event loop.

    All methods are called in that thread, all callbacks come in it. `output` is a part of the
    output's description; empty means the default output.
    """

    def __init__(self, output: str = "") -> None:
        self._output = output
        self._devices: QMediaDevices | None = None
        self._on_status: Callable[[DeviceStatus], None] | None = None
        self._status: DeviceStatus = NO_OUTPUT
        self._told = False
        self._waiting: deque[Playing] = deque()
        self._now: Playing | None = None
        self._sink: QAudioSink | None = None
        self._buffer: QBuffer | None = None
        self._volume = 1.0

    def start(self, on_status: Callable[[DeviceStatus], None]) -> None:
        """Look for an output, report the status, and again whenever outputs come or go."""
        self._on_status = on_status
        try:
            from PySide6.QtCore import QCoreApplication
            from PySide6.QtMultimedia import QMediaDevices
        except ImportError as error:
            self._report(Offline(f"the sound library cannot be loaded: {error}"))
            return
        if QCoreApplication.instance() is None:
            self._report(Offline("sound needs a running application"))
            return
        self._devices = QMediaDevices()
        self._devices.audioOutputsChanged.connect(self._look)
        self._look()

    def play(
        self, sound: Sound, on_started: Callable[[], None], on_ended: Callable[[bool], None]
    ) -> None:
        """Play the sound after what is playing; without an output it ends unspoken at once."""
        if not isinstance(self._status, Ready):
            on_ended(False)
            return
        self._waiting.append(Playing(sound, on_started, on_ended))
        if self._now is None:
            self._begin()

    def silence(self) -> None:
        """Stop what is playing at once and drop what waits; each is told it was not played."""
        dropped = [self._now] if self._now is not None else []
        dropped += self._waiting
        self._waiting.clear()
        self._close_sink()
        for playing in dropped:
            playing.cut.set()
            playing.on_ended(False)

    def set_volume(self, level: float) -> None:
        """Set the volume from 0.0 to 1.0; squared, because the ear does not hear amplitudes."""
        self._volume = min(max(level, 0.0), 1.0) ** 2
        if self._sink is not None:
            self._sink.setVolume(self._volume)

    def stop(self) -> None:
        """Stop what is playing and let the device go."""
        self.silence()
        if self._devices is not None:
            self._devices.audioOutputsChanged.disconnect(self._look)
            self._devices = None

    def _device(self) -> QAudioDevice | None:
        from PySide6.QtMultimedia import QMediaDevices

        outputs = QMediaDevices.audioOutputs()
        if not self._output:
            default = QMediaDevices.defaultAudioOutput()
            return None if default.isNull() or not outputs else default
        return next((one for one in outputs if self._output in one.description()), None)

    def _look(self) -> None:
        if self._devices is None:
            return
        device = self._device()
        if device is not None:
            self._report(Ready())
            return
        self._report(NO_OUTPUT if not self._output else Offline(f"no output {self._output!r}"))
        self.silence()

    def _report(self, status: DeviceStatus) -> None:
        """Tell a new status; while there is no sound, look again now and then."""
        if self._devices is not None and not isinstance(status, Ready):
            from PySide6.QtCore import QTimer

            QTimer.singleShot(LOOK_AGAIN_MS, self._look)
        changed, self._status = status != self._status or not self._told, status
        if changed and self._on_status is not None:
            self._told = True
            self._on_status(status)

    def _begin(self) -> None:
        from PySide6.QtCore import QBuffer, QTimer
        from PySide6.QtMultimedia import QAudioFormat, QAudioSink, QtAudio

        self._now = playing = self._waiting.popleft()
        device = self._device()
        if device is None:
            self._end(playing, whole=False)
            self._look()
            return
        sound_format = QAudioFormat()
        sound_format.setSampleRate(playing.sound.rate_hz)
        sound_format.setChannelCount(1)
        sound_format.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        self._buffer = QBuffer()
        self._buffer.setData(playing.sound.pcm)
        self._buffer.open(QBuffer.OpenModeFlag.ReadOnly)
        self._sink = QAudioSink(device, sound_format)
        self._sink.setVolume(self._volume)
        self._sink.start(self._buffer)
        if self._sink.error() != QtAudio.Error.NoError:
            self._report(Fault("the sound output cannot be opened"))
            self._end(playing, whole=False)
            return
        playing.on_started()
        duration_ms = round(playing.sound.duration_s * 1000) + MERCY_MS
        QTimer.singleShot(duration_ms, lambda: self._should_be_over(playing, 0))

    def _should_be_over(self, playing: Playing, late_ms: int) -> None:
        """End by the clock, but only as whole when the device has read the sound to its end."""
        from PySide6.QtCore import QTimer
        from PySide6.QtMultimedia import QtAudio

        if playing is not self._now or self._sink is None or self._buffer is None:
            return
        broken = self._sink.error() not in (QtAudio.Error.NoError, QtAudio.Error.UnderrunError)
        if self._buffer.atEnd() and not broken:
            self._end(playing, whole=True)
        elif broken or late_ms >= LATEST_END_MS:
            self._report(Fault("the sound output does not take sound"))
            self._end(playing, whole=False)
        else:
            late_ms += CHECK_AGAIN_MS
            QTimer.singleShot(CHECK_AGAIN_MS, lambda: self._should_be_over(playing, late_ms))

    def _end(self, playing: Playing, *, whole: bool) -> None:
        self._close_sink()
        playing.on_ended(whole)
        if self._now is None and self._waiting:
            self._begin()

    def _close_sink(self) -> None:
        self._now = None
        if self._sink is not None:
            self._sink.stop()
            self._sink = None
        self._buffer = None


def wait_in_event_loop(event: Event, timeout_s: float) -> bool:
    """Run the application's events until `event` is set; False when the time is over."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    look = QTimer()
    look.timeout.connect(lambda: loop.quit() if event.is_set() else None)
    look.start(LOOK_MS)
    QTimer.singleShot(round(timeout_s * 1000), loop.quit)
    if not event.is_set():
        loop.exec()
    look.stop()
    return event.is_set()


def build(open_link: Callable[[], Transport], options: Mapping[str, object]) -> QtSpeaker:  # noqa: ARG001  the sound server is the link; the signature is the catalog's
    """Build the loudspeaker of this machine.

    Options: `output`, a part of the output's description (default: the default output).

    Raises:
        ValueError: an option is unknown or no text.
    """
    output = options.get("output", "")
    if set(options) - {"output"} or not isinstance(output, str):
        raise ValueError("the qt loudspeaker takes output = TEXT")
    return QtSpeaker(output)
