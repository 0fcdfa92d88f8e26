"""The five stations, each joined from its parts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from launch.absent import NoCardReader, NoSlipPrinter, NoSpeaker
from launch.paths import PROJECT
from launch.speech import station_voice
from launch.stations import StationApp, StationParts, new_id, steady_s
from launch.words import table_of, words_of

if TYPE_CHECKING:
    from counter_display.app import BoardApp, CounterScreenApp
    from hall.kernel.facts import HallFacts
    from kiosk.app import KioskApp
    from launch.joining import DeferredGateway
    from voice.call_text import SentenceMaker
    from voice.readings import Readings


@dataclass(frozen=True)
class NumberReader:
    """Reads numbers aloud; how a series is read is known once the hall has answered."""

    gateway: DeferredGateway
    readings: Readings

    def label(self, number: str) -> str:
        """Read a ticket label."""
        from voice.numbers import read_label

        facts = self.gateway.facts
        series = {one.prefix: one.reading for one in facts.series} if facts else {}
        one = facts.digit_one if facts else "yao"
        return "".join(read_label(number, series, self.readings, one))

    def count(self, value: int) -> str:
        """Read a number of people."""
        from voice.numbers import read_count

        return "".join(read_count(value, self.readings))


def kiosk(parts: StationParts) -> KioskApp:
    """Join the entrance kiosk. A missing device is one that is never there."""
    from kiosk.app import KioskApp, KioskClocks, KioskDevices
    from kiosk.reading import CardDesk
    from kiosk.session import KioskTimes
    from kiosk.setup import KioskSetup
    from kiosk.surname import load_surname_rules
    from launch.qt import main_thread
    from voice.readings import load_readings
    from voice.sentences import SentenceVoice
    from voice.speech import SpeechWorker

    settings, devices = parts.run.settings, parts.devices
    words, kit_words = words_of("kiosk"), words_of("ui_kit")
    voice = station_voice({})
    patience = settings.kiosk
    setup = KioskSetup(
        station_id=settings.id,
        words=words,
        numbers=NumberReader(parts.gateway, load_readings()),
        desk=CardDesk(
            load_surname_rules(PROJECT / "kiosk" / "surnames.toml"),
            words,
            parts.theme.fonts.drawable,
        ),
        new_id=new_id,
        zone_name=kit_words.get("zone_name"),
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
            ),
        ),
        KioskClocks(steady_s, parts.local),
        parts.theme,
        kit_words,
        table_of("slip"),
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

    opened = station_voice({})

    def make_calls(facts: HallFacts) -> SentenceMaker:
        readings = {one.prefix: one.reading for one in facts.series}
        return station_voice(readings, facts.digit_one).sentences

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


STATION_APPS: Mapping[str, Callable[[StationParts], StationApp]] = {
    "kiosk": kiosk,
    "display": counter_screen,
    "board": hall_board,
}
