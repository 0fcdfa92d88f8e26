"""The camera process: pipes on one side, a camera on the other, and the eye between them."""

from __future__ import annotations

import os
import resource
import signal
import sys
import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from devices.ports import DeviceStatus, status_word
from document_camera.eye import Eye
from document_camera.health import PictureHealth
from document_camera.keeper import CameraKeeper
from document_camera.messages import (
    Alive,
    Ask,
    BadMessage,
    Condition,
    Rest,
    Say,
    SetUp,
    Take,
    Watch,
    asks,
    packed,
)
from document_camera.offers import chosen, wanted_by

if TYPE_CHECKING:
    from document_camera.qt_source import Feeder

ALIVE_EVERY_S = 1.0
NICENESS = 5
"""The window of the station comes first; a look may be a tenth of a second late."""
ENDS_WITHIN_S = 2.0


class Mouth:
    """The way to the station. Any thread may speak; nothing else may write to that pipe."""

    def __init__(self) -> None:
        """Take standard output for messages alone: what a library prints goes elsewhere."""
        self._pipe = os.dup(sys.stdout.fileno())
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        self._lock = threading.Lock()

    def say(self, message: Say) -> None:
        """Say something to the station; ends the process when the station is gone."""
        left = memoryview(packed(message))
        with self._lock:
            try:
                while left:
                    left = left[os.write(self._pipe, left) :]
            except OSError:
                os._exit(0)

    def status(self, status: DeviceStatus) -> None:
        """Tell how the camera is."""
        detail = getattr(status, "why", None) or getattr(status, "what", None) or ""
        self.say(Condition(status_word(status), detail))


def serve(make_feeder: Callable[[], Feeder]) -> int:
    """Serve one station until its pipe ends; returns the exit code."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the station's to understand
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a crash leaves no picture on a disk
    os.nice(NICENESS)
    mouth = Mouth()
    from document_camera.qt_source import QtSource, Reins, own_application, refusal_of

    application = own_application()
    eye = Eye(mouth.say, lambda health: reins.do(lambda: _judge(keeper, health)))
    feeder = make_feeder()
    source = QtSource(feeder, eye.show)
    keeper = CameraKeeper(source, mouth.status, eye.lose, time.monotonic)
    beat = _Beat(mouth)

    def tick() -> None:
        beat.tick()
        keeper.tick()

    def obey(ask: Ask) -> None:
        if isinstance(ask, SetUp):
            eye.set_head(ask.head)
            wanted = wanted_by(ask.address)
            keeper.mean(lambda offers: chosen(offers, wanted, feeder.attachments()))
        else:
            _obey(ask, keeper, eye)

    reins = Reins(tick)
    feeder.changed.connect(keeper.changed)
    feeder.refused.connect(lambda word: keeper.refused(refusal_of(word)))
    eye.start()
    threading.Thread(
        target=_listen,
        args=(lambda ask: reins.do(lambda: obey(ask)), lambda: reins.do(application.quit)),
        daemon=True,
    ).start()
    code = application.exec()
    eye.stop()
    source.close()
    return int(code)


class _Beat:
    """Says once a second that the process lives."""

    def __init__(self, mouth: Mouth) -> None:
        self._mouth = mouth
        self._due_s = 0.0

    def tick(self) -> None:
        now_s = time.monotonic()
        if now_s >= self._due_s:
            self._due_s = now_s + ALIVE_EVERY_S
            self._mouth.say(Alive())


def _judge(keeper: CameraKeeper, health: PictureHealth | None) -> None:
    if health is None:
        keeper.broken_frame()
    else:
        keeper.picture(health)


def _obey(ask: Ask, keeper: CameraKeeper, eye: Eye) -> None:
    match ask:
        case Watch():
            keeper.watch(True)
        case Rest():
            keeper.watch(False)
            eye.rest()
        case Take():
            eye.take(ask.number, ask.anyway)


def _listen(obey: Callable[[Ask], None], leave: Callable[[], None]) -> None:
    """Read what the station wants until its pipe ends or makes no sense."""
    unpacker = asks()
    pipe = sys.stdin.fileno()
    try:
        while data := os.read(pipe, 1 << 16):
            for ask in unpacker.feed(data):
                obey(ask)
    except (OSError, BadMessage):
        pass
    # A camera driver may hang while it is closed; the process ends all the same.
    timer = threading.Timer(ENDS_WITHIN_S, lambda: os._exit(1))
    timer.daemon = True
    timer.start()
    leave()
