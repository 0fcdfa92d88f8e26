"""Builds and runs the studio in which a hall records its own voice."""

from __future__ import annotations

import os
import signal
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

from launch.cli import Misused
from launch.paths import ASSETS
from launch.settings import ConfigErrors, load_hall
from launch.speech import own_voice, station_voice
from launch.voice_script import LANGUAGE, script_of
from voice.pack_folder import PackAbout, PackFolder, PackUnfit
from voice.script import Line, lacking
from voice.utterance import Utterance

if TYPE_CHECKING:
    from devices.ports import Speaker

RATE_HZ = 24000
SAMPLE_NUMBER = 12
SPEAKER = "pulse"
"""The driver that plays takes to the reader: the default output of this machine."""
WIDTH_MM, HEIGHT_MM = 476.0, 268.0
"""A desk's screen; the window measures itself anew for its real size."""


@dataclass(frozen=True)
class StudioRun:
    """How a studio is to be run. `microphone` is a part of an input's description."""

    pack: str
    voice: str
    config: Path
    state: Path
    microphone: str = ""
    until_painted: bool = False


def script_and_pack(run: StudioRun) -> tuple[tuple[Line, ...], PackFolder]:
    """Return what is to be read and what was read already.

    Raises:
        Misused: the settings of the hall or the pack cannot be used.
    """
    folder = own_voice(run.state, run.pack)
    if folder is None:
        raise Misused("a pack needs a name; give --pack NAME")
    try:
        lines = script_of(run.config)
        today = datetime.now(UTC).astimezone().date()
        pack = PackFolder(folder, PackAbout(run.voice, LANGUAGE, RATE_HZ), today)
    except (ConfigErrors, PackUnfit) as fault:
        raise Misused(str(fault)) from fault
    return lines, pack


def list_script(run: StudioRun) -> int:
    """Print how far the pack is and every line a machine still says; returns the exit code."""
    lines, pack = script_and_pack(run)
    left = lacking(lines, pack.pack.says)
    print(f"{pack.folder}: {len(lines) - len(left)} of {len(lines)} clips recorded")
    for line in left:
        print(f"machine's voice  {line.chapter:<8} {line.words}")
    return 0


def run_studio(run: StudioRun) -> int:
    """Run the studio until its window is closed; returns the exit code.

    Raises:
        Misused: there is no screen, or what it needs cannot be used.
    """
    if not _has_screen():
        raise Misused("record-voice needs a screen; ./run record-voice --list needs none")
    lines, pack = script_and_pack(run)
    from PySide6.QtCore import QTimer

    from launch.qt import main_thread, own_application
    from launch.words import words_of
    from ui_kit.panel import Panel
    from ui_kit.theme import build_theme
    from voice.pulse_source import PulseMicrophone
    from voice.readings import load_third_call
    from voice_studio.app import StudioApp
    from voice_studio.setup import StudioSetup

    application = own_application()
    application.setApplicationName("silverhall")
    room = application.primaryScreen().availableGeometry()
    panel = Panel(WIDTH_MM, HEIGHT_MM, room.width(), room.height())
    setup = StudioSetup(
        words=words_of("voice_studio"),
        lines=lines,
        third_call=load_third_call(),
        pack=run.pack,
        voice=pack.voice,
        rate_hz=RATE_HZ,
    )
    app = StudioApp(
        setup,
        pack,
        sample_call(run.config),
        build_theme(ASSETS, panel),
        PulseMicrophone(RATE_HZ, run.microphone),
        _speaker(),
        main_thread(),
    )
    app.closed.connect(application.quit)
    app.start()
    app.window.showMaximized()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: application.quit())
    # Python sees a signal only between two steps of its own; the timer gives it one.
    breath = QTimer()
    breath.timeout.connect(lambda: None)
    breath.start(200)
    if run.until_painted:
        app.window.repaint()
        QTimer.singleShot(0, application.quit)
    code = application.exec()
    app.stop()
    return code


def sample_call(config: Path) -> Utterance:
    """Return a call of this hall, for the ear at the end of the work."""
    settings = load_hall(config).settings
    series = {one.prefix: one.reading for one in settings.series}
    label = f"{settings.series[0].prefix}{SAMPLE_NUMBER:03d}"
    sentences = station_voice(series, settings.voice.digit_one).sentences
    return sentences.call(label, settings.counters[0].window_number, 1).first


def _speaker() -> Speaker:
    from devices.catalog import shipped_catalog
    from devices.transport import open_transport

    build = shipped_catalog().load("speaker", SPEAKER)
    return cast("Speaker", build(lambda: open_transport("", {}), {}))


def _has_screen() -> bool:
    offscreen = os.environ.get("QT_QPA_PLATFORM", "")
    return bool(offscreen or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
