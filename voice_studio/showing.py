"""From what the studio knows to what its window shows. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from ui_kit.staff_views import KeyView
from ui_kit.strings import Strings
from voice.script import Line
from voice_studio.flow import Page
from voice_studio.keys import keys_of
from voice_studio.meter import ZONE_ENDS, zone_of
from voice_studio.progress import Progress
from voice_studio.setup import StudioSetup
from voice_studio.views import (
    ChapterRow,
    DoneView,
    HeaderView,
    LineView,
    MeterView,
    PageView,
    SideView,
    StudioView,
    Tone,
    WordsView,
)

OPEN_LINES_SHOWN = 4
_METERED: tuple[Page, ...] = ("welcome", "reading", "recording", "refused", "good")


@dataclass(frozen=True)
class Shown:
    """The presenter's state as far as it is seen; `level` from 0 to 1."""

    page: Page
    microphone_there: bool
    speaker_there: bool
    hears_voice: bool
    take_s: float
    refusal: str
    notice: str
    playing: bool
    level: float


def view_of(setup: StudioSetup, progress: Progress, shown: Shown) -> StudioView:
    """Return the whole window."""
    words = setup.words
    return StudioView(
        header=HeaderView(
            title=words.get("title"),
            voice=words.get("voice", voice=setup.voice) if setup.voice else "",
            microphone=words.get(
                "microphone_ready" if shown.microphone_there else "microphone_gone"
            ),
            connected=shown.microphone_there,
        ),
        page=_page(setup, progress, shown),
        meter=_meter(words, shown) if shown.page in _METERED else None,
        keys=_keys(words, progress, shown),
        side=_side(words, progress, shown.page),
        hint=words.get("hint_try" if shown.page == "welcome" else "hint_line"),
    )


def _page(setup: StudioSetup, progress: Progress, shown: Shown) -> PageView:
    words = setup.words
    match shown.page:
        case "no_microphone":
            lines = _numbered(words, "no_microphone")
            return WordsView("microphone-slash", words.get("no_microphone_title"), lines)
        case "welcome":
            return _welcome(words, progress)
        case "done":
            return _done(setup, progress, shown)
        case _:
            return _line(setup, progress, shown)


def _welcome(words: Strings, progress: Progress) -> WordsView:
    if progress.recorded == 0:
        lines = _numbered(words, "welcome")
        return WordsView("microphone", words.get("welcome_title"), lines, numbered=True)
    first = words.get("resumed_1", number=progress.number, words=progress.current.words)
    return WordsView(
        "microphone",
        words.get("resumed_title", recorded=progress.recorded),
        (first, words.get("resumed_2"), words.get("resumed_3")),
    )


def _line(setup: StudioSetup, progress: Progress, shown: Shown) -> LineView:
    words, line = setup.words, progress.current
    again = progress.is_recorded(line) and shown.page == "reading"
    state, icon, tone = _state(words, shown, again)
    number, count = progress.place_in_chapter()
    notice = shown.notice
    if not notice and shown.page == "refused":
        notice = words.get(f"refused_{shown.refusal}")
    return LineView(
        place=words.get(
            "place_recorded" if again else "place",
            chapter=words.get(f"chapter_{line.chapter}"),
            number=number,
            count=count,
        ),
        words=line.words,
        hint=_hint(setup, line, shown),
        state=state,
        icon=icon,
        tone=tone,
        notice=notice,
    )


def _state(words: Strings, shown: Shown, again: bool) -> tuple[str, str, Tone]:
    if shown.playing:
        return words.get("state_playing"), "speaker-high", "rest"
    match shown.page:
        case "recording":
            key = "state_hearing" if shown.hears_voice else "state_recording"
            return words.get(key), "waveform" if shown.hears_voice else "microphone", "recording"
        case "good":
            seconds = f"{shown.take_s:.1f}"
            return words.get("state_good", seconds=seconds), "check-circle", "good"
        case "refused":
            return words.get("state_refused"), "x-circle", "bad"
        case _:
            return words.get("state_recorded" if again else "state_reading"), "user-sound", "rest"


def _hint(setup: StudioSetup, line: Line, shown: Shown) -> str:
    if shown.page == "good" and not shown.speaker_there:
        return setup.words.get("no_playback")
    own = f"hint_{line.name}"
    if own in setup.words:
        return setup.words.get(own)
    return setup.words.get(f"hint_{line.chapter}", dialect=setup.third_call.dialect)


def _done(setup: StudioSetup, progress: Progress, shown: Shown) -> DoneView:
    words, left = setup.words, progress.open_lines()
    title = words.get("done_title")
    note = words.get("done_note")
    if left:
        title = words.get("done_title_open", recorded=progress.recorded)
        note = words.get("done_note_open", count=len(left))
    more = len(left) - OPEN_LINES_SHOWN
    return DoneView(
        icon="check-circle",
        title=title,
        note=note,
        open_title=words.get("done_open") if left else "",
        open_lines=tuple(line.words for line in left[:OPEN_LINES_SHOWN]),
        more=words.get("done_more", count=more) if more > 0 else "",
        how=words.get("done_how"),
        setting=("[voice]", f'pack = "{setup.pack}"'),
        notice=shown.notice,
    )


def _meter(words: Strings, shown: Shown) -> MeterView:
    labels = (words.get("meter_soft"), words.get("meter_right"), words.get("meter_loud"))
    return MeterView(shown.level, zone_of(shown.level), ZONE_ENDS, labels)


def _side(words: Strings, progress: Progress, page: Page) -> SideView:
    reading = page not in ("no_microphone", "welcome", "done")
    rows = tuple(
        ChapterRow(
            name=words.get(f"chapter_{one.chapter}"),
            count=words.get("chapter_count", recorded=one.recorded, lines=one.lines),
            current=reading and one.chapter == progress.current.chapter,
            complete=one.recorded == one.lines,
        )
        for one in progress.chapters()
    )
    return SideView(
        heading=(
            words.get("side_before"),
            str(progress.recorded),
            words.get("side_after", total=progress.total),
        ),
        rows=rows,
        note=words.get("side_note" if progress.open_lines() else "side_note_whole"),
    )


def _numbered(words: Strings, name: str) -> tuple[str, ...]:
    return tuple(words.get(f"{name}_{number}") for number in (1, 2, 3))


def _keys(words: Strings, progress: Progress, shown: Shown) -> tuple[KeyView, ...]:
    return keys_of(words, progress, shown.page, shown.playing, shown.speaker_there)
