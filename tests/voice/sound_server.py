"""A sound server of the test's own, with a loudspeaker that a recorder listens to."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
from array import array
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from devices.transport import LinkLost
from voice.pcm import samples
from voice.pulse_client import PulseClient

RATE_HZ = 16000
SINK = "hall"
DESCRIPTION = "Hall_loudspeaker"
EARS, EARS_DESCRIPTION = "ears", "Visitors_headphones"
PATIENCE_S = 20.0


class SoundServer:
    """PulseAudio in a folder. Its only output plays to nobody, as fast as a real one."""

    def __init__(self, folder: Path) -> None:
        self._socket = folder / "native"
        self.address = f"unix:{self._socket}"
        self._recording = folder / "heard.raw"
        self._environment = {
            **os.environ,
            "PULSE_SERVER": self.address,
            "XDG_RUNTIME_DIR": str(folder),
            "XDG_CONFIG_HOME": str(folder),
            "HOME": str(folder),
        }
        self._in_the_ears = folder / "in_the_ears.raw"
        self._modules: dict[str, str] = {}
        """Output -> the number of the module that makes it."""
        self._listener: subprocess.Popen[bytes] | None = None
        self._begins_at = 0
        self._server: subprocess.Popen[bytes] | None = None
        self._recorder: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start the server and return when it answers and the recorder listens."""
        self._server = subprocess.Popen(  # noqa: S603 - our own arguments
            ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1",  # noqa: S607 - found on the PATH
             "-L", f"module-native-protocol-unix auth-anonymous=1 socket={self._socket}",
             "-L", "module-always-sink"],
            env=self._environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        until(self._answers, "the sound server does not start")
        self.plug_loudspeaker()

    def mend(self) -> None:
        """Bring it back to how it started, with nothing heard yet."""
        if self._server is None:
            self.start()
        elif self._recorder is None:
            self.plug_loudspeaker()
        self._begins_at = self._recording.stat().st_size

    def stop(self) -> None:
        """End the server as a crash would."""
        for process in (self._recorder, self._listener, self._server):
            if process is not None:
                process.kill()
                process.wait()
        self._server = self._recorder = self._listener = None
        self._socket.unlink(missing_ok=True)

    def hang(self) -> None:
        """Let it answer nothing any more, with the connection open."""
        self._signal(signal.SIGSTOP)

    def go_on(self) -> None:
        """Let it work again."""
        self._signal(signal.SIGCONT)

    def plug_loudspeaker(self) -> None:
        """Plug in the loudspeaker; the recorder listens to it at once."""
        self._add_output(SINK, DESCRIPTION)
        self._control("set-default-sink", SINK)
        self._begins_at = 0
        self._recorder = self._record(SINK, self._recording)

    def plug_headphones(self) -> None:
        """Bring an output for headphones, whose jack does not know whether any are plugged in."""
        self._add_output(EARS, EARS_DESCRIPTION)
        self._control("set-default-sink", SINK)
        self._listener = self._record(EARS, self._in_the_ears)

    def unplug_headphones(self) -> None:
        """Take that output away again."""
        if self._listener is not None:
            self._control("unload-module", self._modules.pop(EARS))
            self._listener.kill()
            self._listener.wait()
            self._listener = None

    def in_the_ears(self) -> array[int]:
        """Return everything that was heard in the headphones."""
        return samples(self._in_the_ears.read_bytes())

    def _add_output(self, name: str, description: str) -> None:
        module = self._control(
            "load-module", "module-null-sink", f"sink_name={name}",
            f"sink_properties=device.description={description}",
        )  # fmt: skip
        self._modules[name] = module.strip()

    def _record(self, name: str, path: Path) -> subprocess.Popen[bytes]:
        with path.open("wb") as out:
            recorder = subprocess.Popen(  # noqa: S603 - our own arguments
                ["parec", "-d", f"{name}.monitor", "--raw", "--format=s16le", "--channels=1",  # noqa: S607 - found on the PATH
                 f"--rate={RATE_HZ}", "--latency-msec=20"],
                env=self._environment, stdout=out, stderr=subprocess.DEVNULL,
            )  # fmt: skip
        until(lambda: path.stat().st_size > 0, "the recorder hears nothing")
        return recorder

    def unplug_loudspeaker(self) -> None:
        """Pull the loudspeaker out; the server plays on to its dummy output."""
        self._control("unload-module", self._modules.pop(SINK))
        if self._recorder is not None:
            self._recorder.kill()
            self._recorder.wait()
            self._recorder = None

    def heard(self) -> array[int]:
        """Return everything the recorder has heard since the beginning of the test."""
        return samples(self._recording.read_bytes()[self._begins_at :])

    def _answers(self) -> bool:
        try:
            client = PulseClient()
            client.connect()
        except LinkLost:
            return False
        client.close()
        return True

    def _signal(self, number: int) -> None:
        assert self._server is not None
        self._server.send_signal(number)

    def _control(self, *words: str) -> str:
        done = subprocess.run(  # noqa: S603 - our own arguments
            ["pactl", *words],  # noqa: S607 - found on the PATH
            env=self._environment, check=True, capture_output=True, timeout=PATIENCE_S, text=True,
        )  # fmt: skip
        return done.stdout


def until(true: Callable[[], object], otherwise: str) -> None:
    """Look again and again until something outside this process is true."""
    pause = threading.Event()
    for _ in range(int(PATIENCE_S / 0.02)):
        if true():
            return
        pause.wait(0.02)
    raise AssertionError(otherwise)


@contextmanager
def sound_server(folder: Path) -> Iterator[SoundServer]:
    """A running server that this process finds."""
    server = SoundServer(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PULSE_SERVER", server.address)
        server.start()
        try:
            yield server
        finally:
            server.stop()
