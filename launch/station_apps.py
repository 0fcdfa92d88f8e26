"""The five stations, each joined from its parts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from launch.absent import NoCardReader, NoSlipPrinter, NoSpeaker
from launch.paths import PROJECT
from launch.speech import own_voice, station_voice
from launch.stations import StationApp, StationParts, new_id, steady_s
from launch.words import table_of, words_of

if TYPE_CHECKING:
    from counter_console.app import ConsoleApp
    from counter_display.app import BoardApp, CounterScreenApp
    from guide_desk.app import GuideApp
    from hall.kernel.facts import HallFacts
    from kiosk.app import KioskApp
    from voice.call_text import SentenceMaker


def kiosk(parts: StationParts) -> KioskApp:
    """Join the entrance kiosk. A missing device is one that is never there."""
    from kiosk.app import KioskApp, KioskClocks, KioskDevices
    from kiosk.reading import CardDesk
    from kiosk.session import KioskTimes
    from kiosk.setup import KioskSetup
    from kiosk.surname import load_surname_rules
    from launch.qt import main_thread
    from launch.tongues import paces, tongues
    from voice.sentences import SentenceVoice
    from voice.speech import SpeechWorker

    settings, devices = parts.run.settings, parts.devices
    own, *others = tongues(parts.gateway)
    voice = station_voice({}, own=own_voice(parts.run.state, settings.voice.pack))
    patience = settings.kiosk
    setup = KioskSetup(
        station_id=settings.id,
        tongues=(own, *others),
        desk=CardDesk(
            load_surname_rules(PROJECT / "kiosk" / "surnames.toml"), parts.theme.fonts.drawable
        ),
        new_id=new_id,
        zone_name=own.kit_words.get("zone_name"),
        reader_id=devices.ids.get("card_reader", "reader"),
        printer_id=devices.ids.get("slip_printer", "printer"),
        speaker_id=devices.ids.get("speaker", "speaker"),
        times=KioskTimes(
            idle_s=patience.idle_s,
            personal_idle_s=patience.personal_idle_s,
            question_s=patience.question_s,
        ),
    )
    return KioskApp(
        parts.gateway,
        setup,
        KioskDevices(
            reader=devices.reader or NoCardReader(),
            printer=devices.printer or NoSlipPrinter(),
            voice=SentenceVoice(
                devices.speaker or NoSpeaker(),
                SpeechWorker(voice.speech),
                SpeechWorker(voice.slow_speech),
                main_thread(),
                paces(others),
            ),
        ),
        KioskClocks(steady_s, parts.local),
        parts.theme,
    )


def counter_screen(parts: StationParts) -> CounterScreenApp:
    """Join the screen above one counter."""
    from counter_display.app import Clocks, CounterScreenApp

    return CounterScreenApp(
        parts.gateway,
        parts.theme,
        words_of("display"),
        Clocks(parts.utc, steady_s),
        parts.run.settings.counter_id,
    )


def hall_board(parts: StationParts) -> BoardApp:
    """Join the hall board and the voice of its sound zone."""
    from counter_display.app import BoardApp, Clocks, Voice
    from voice.speech import SpeechWorker

    own = own_voice(parts.run.state, parts.run.settings.voice.pack)
    opened = station_voice({}, own=own)

    def make_calls(facts: HallFacts) -> SentenceMaker:
        readings = {one.prefix: one.reading for one in facts.series}
        return station_voice(readings, facts.digit_one, own).sentences

    return BoardApp(
        parts.gateway,
        parts.theme,
        words_of("display"),
        Clocks(parts.utc, steady_s),
        parts.run.settings.id,
        new_id,
        Voice(
            speaker=parts.devices.speaker,
            preparer=SpeechWorker(opened.speech),
            chime=opened.chime,
            make_calls=make_calls,
            speaker_id=parts.devices.ids.get("speaker", "speaker"),
        ),
    )


def console(parts: StationParts) -> ConsoleApp:
    """Join the clerk's console of one counter: its window and its strip."""
    from counter_console.app import ConsoleApp
    from ui_kit.clocks import StaffClocks

    return ConsoleApp(
        parts.gateway,
        parts.theme,
        words_of("console"),
        StaffClocks(parts.utc, steady_s),
        parts.run.settings.counter_id,
        new_id,
    )


def guide(parts: StationParts) -> GuideApp:
    """Join the guide's desk with its own slip printer, where it has one."""
    from guide_desk.app import GuideApp
    from guide_desk.setup import GuideSetup
    from ui_kit.clocks import StaffClocks

    devices = parts.devices
    return GuideApp(
        parts.gateway,
        parts.theme,
        GuideSetup(
            station_id=parts.run.settings.id,
            words=words_of("guide"),
            status_words=words_of("devices"),
            new_id=new_id,
            printer_id=devices.ids["slip_printer"] if devices.printer else "",
        ),
        StaffClocks(parts.utc, steady_s),
        table_of("slip"),
        devices.printer,
    )


STATION_APPS: Mapping[str, Callable[[StationParts], StationApp]] = {
    "kiosk": kiosk,
    "display": counter_screen,
    "board": hall_board,
    "console": console,
    "guide": guide,
}
