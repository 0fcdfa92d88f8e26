"""The five stations, each joined from its parts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING, cast

from launch.absent import NoCardReader, NoSlipPrinter, NoSpeaker
from launch.paths import ASSETS, PROJECT
from launch.speech import own_voice, station_voice
from launch.stations import StationApp, StationParts, new_id, steady_s
from launch.words import table_of, words_of

if TYPE_CHECKING:
    from counter_console.app import ConsoleApp
    from counter_display.app import BoardApp, CounterScreenApp
    from devices.ports import Headphones
    from guide_desk.app import GuideApp
    from hall.kernel.facts import HallFacts
    from kiosk.app import KioskApp
    from kiosk.ports import KioskVoice
    from kiosk.tongues import Tongue
    from ui_kit.covers.sounding import AlarmSound
    from voice.call_text import SentenceMaker


def kiosk(parts: StationParts) -> KioskApp:
    """Join the entrance kiosk. A missing device is one that is never there."""
    from kiosk.app import KioskApp, KioskClocks, KioskDevices
    from kiosk.reading import CardDesk
    from kiosk.session import KioskTimes
    from kiosk.setup import KioskSetup
    from kiosk.surname import load_surname_rules
    from launch.late_voice import LateVoice
    from launch.papers import form_book, paper_desk
    from launch.tongues import tongues

    settings, devices = parts.run.settings, parts.devices
    own, *others = tongues(parts.gateway)
    patience, speaker = settings.kiosk, settings.device("speaker")
    headphones = speaker is not None and bool(speaker.options.get("headphones"))
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
        headphones=headphones,
        papers_id=devices.ids["paper_printer"] if devices.papers else "",
        forms=cache(form_book) if devices.papers else None,
        camera_id=devices.ids["document_camera"] if devices.camera else "",
    )
    return KioskApp(
        parts.gateway,
        setup,
        KioskDevices(
            reader=devices.reader or NoCardReader(),
            printer=devices.printer or NoSlipPrinter(),
            voice=LateVoice(lambda: _kiosk_voice(parts, others, headphones=headphones)),
            # few visitors take a paper: the memory is theirs who do
            papers=paper_desk(devices, warm=False) if devices.papers else None,
            camera=devices.camera,
        ),
        KioskClocks(steady_s, parts.local),
        parts.theme,
    )


def _kiosk_voice(parts: StationParts, others: Iterable[Tongue], *, headphones: bool) -> KioskVoice:
    from launch.qt import main_thread
    from launch.tongues import paces
    from voice.sentences import SentenceVoice
    from voice.speech import SpeechWorker

    speaker = parts.devices.speaker
    voice = station_voice({}, own=own_voice(parts.run.state, parts.run.settings.voice.pack))
    return SentenceVoice(
        speaker or NoSpeaker(),
        SpeechWorker(voice.speech),
        SpeechWorker(voice.slow_speech),
        main_thread(),
        paces(others),
        cast("Headphones", speaker) if headphones else None,
        voice.click,
    )


def counter_screen(parts: StationParts) -> CounterScreenApp:
    """Join the screen above one counter with its strip of lamps, where it has one."""
    from counter_display.app import Clocks, CounterScreenApp
    from counter_display.counter.asking import Answers
    from counter_display.counter.strip import Strip

    settings, devices = parts.run.settings, parts.devices
    strip = None
    if devices.strip is not None:
        strip = Strip(devices.strip, devices.ids["call_strip"], settings.id, new_id)
    return CounterScreenApp(
        parts.gateway,
        parts.theme,
        words_of("display"),
        Clocks(parts.utc, steady_s),
        settings.counter_id,
        strip=strip,
        answers=Answers(
            settings.id, new_id, touched=settings.panel.touch, keypad=bool(settings.keys)
        ),
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


def alarm_sound(parts: StationParts) -> AlarmSound:
    """Join the sound of an alarm with the station's loudspeaker, where it has one."""
    from devices.ports import Sound
    from ui_kit.covers.sounding import AlarmSound
    from voice.pcm import read_wav

    pcm, rate_hz = read_wav(ASSETS / "sounds" / "alarm.wav")
    return AlarmSound(parts.devices.speaker, Sound(pcm, rate_hz, ""))


def console(parts: StationParts) -> ConsoleApp:
    """Join the clerk's console of one counter: its window and its strip."""
    from counter_console.app import ConsoleApp
    from ui_kit.clocks import StaffClocks

    return ConsoleApp(
        parts.gateway,
        parts.theme,
        words_of("console"),
        words_of("staff"),
        words_of("guide"),
        StaffClocks(parts.utc, steady_s),
        parts.run.settings.counter_id,
        new_id,
        alarm_sound(parts),
    )


def guide(parts: StationParts) -> GuideApp:
    """Join the guide's desk with its own printers, where it has them."""
    from guide_desk.app import GuideApp
    from guide_desk.setup import GuideSetup
    from launch.papers import form_book, paper_desk
    from launch.suggesting import page_suggester
    from ui_kit.clocks import StaffClocks

    devices, suggester = parts.devices, page_suggester(parts.run.settings)
    return GuideApp(
        parts.gateway,
        parts.theme,
        GuideSetup(
            station_id=parts.run.settings.id,
            words=words_of("guide"),
            status_words=words_of("devices"),
            staff_words=words_of("staff"),
            new_id=new_id,
            printer_id=devices.ids["slip_printer"] if devices.printer else "",
            papers_id=devices.ids["paper_printer"] if devices.papers else "",
            reader_id=devices.ids["card_reader"] if devices.reader else "",
            forms=form_book(),
            camera_id=devices.ids["document_camera"] if devices.camera else "",
            suggests_items=suggester is not None,
        ),
        StaffClocks(parts.utc, steady_s),
        table_of("slip"),
        devices.printer,
        alarm_sound(parts),
        paper_desk(devices),
        parts.mirror_theme(),
        reader=devices.reader,
        camera=devices.camera,
        suggester=suggester,
    )


STATION_APPS: Mapping[str, Callable[[StationParts], StationApp]] = {
    "kiosk": kiosk,
    "display": counter_screen,
    "board": hall_board,
    "console": console,
    "guide": guide,
}
