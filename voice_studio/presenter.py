"""What the studio knows, what a press means, what a take is worth. Pure: no clock, no file."""

from __future__ import annotations

from collections.abc import Callable, Collection

from devices.ports import DeviceStatus, Ready, Sound
from voice_studio.ear import Ear, level_of
from voice_studio.flow import Page, Step, after
from voice_studio.judging import BadTake, GoodTake, judge
from voice_studio.limits import limits_of
from voice_studio.meter import Meter
from voice_studio.progress import Progress
from voice_studio.setup import StudioSetup
from voice_studio.showing import Shown, view_of
from voice_studio.views import StudioView
from voice_studio.wishes import Close, Hush, Keep, Listen, Play, PlayKept, PlaySample, Rest, Wish

HEARS: tuple[Page, ...] = ("welcome", "reading", "recording")
"""Pages on which the microphone hears: the level is shown; only a recording is kept."""


class StudioPresenter:
    """One person reading one script. `recorded` are the keys of lines that have a clip."""

    def __init__(self, setup: StudioSetup, recorded: Collection[str]) -> None:
        self._setup = setup
        self._progress = Progress(setup.lines, recorded)
        self._page: Page = "no_microphone"
        self._begun = False
        self._microphone_there = False
        self._speaker_there = False
        self._ear: Ear | None = None
        self._take: GoodTake | None = None
        self._refusal = ""
        self._notice = ""
        self._playing = False
        self._meter = Meter()
        self._wishes: list[Wish] = []
        self._keys: dict[str, Callable[[], None]] = {
            "begin": self._begin,
            "record": self._record,
            "finished": self._judge,
            "halt": lambda: self._step("halt"),
            "next": self._next,
            "listen": self._listen,
            "hush": self._stop_playing,
            "back": self._back,
            "skip": self._skip,
            "fill": self._fill,
            "check": self._check,
            "sample": self._play_sample,
            "close": lambda: self._wish(Close()),
        }

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self._page

    def drain(self) -> list[Wish]:
        """Return what to do now, once."""
        wishes, self._wishes = self._wishes, []
        return wishes

    def press(self, action: str) -> None:
        """Do what a key of that action does."""
        self._notice = ""
        self._keys[action]()

    def microphone(self, status: DeviceStatus) -> None:
        """The microphone came or went."""
        self._microphone_there = isinstance(status, Ready)
        if not self._microphone_there:
            self._step("lost")
        elif not self._progress.open_lines():
            self._step("found_whole")
        else:
            self._step("found" if self._begun else "found_first")

    def speaker(self, status: DeviceStatus) -> None:
        """The loudspeaker came or went."""
        self._speaker_there = isinstance(status, Ready)

    def heard(self, chunk: bytes) -> None:
        """Take a chunk of sound."""
        if self._ear is None:
            self._meter.take(level_of(chunk))
            return
        self._meter.take(self._ear.hear(chunk))
        if self._ear.over:
            self._judge()

    def played(self) -> None:
        """What was playing has ended."""
        self._playing = False

    def not_playable(self) -> None:
        """The sample cannot be played: clips of it are missing."""
        self._playing = False
        self._notice = self._setup.words.get("no_sample")

    def kept(self) -> None:
        """The clip of the current line is in the pack; go on to the next line."""
        self._progress.keep()
        self._take = None
        if not self._progress.to_next_open():
            self._step("finish")
        else:
            self._step("next" if self._microphone_there else "unheard")

    def not_kept(self, why: str) -> None:
        """The clip could not be written; the take is still in the hand."""
        self._notice = self._setup.words.get("not_kept", why=why)

    def view(self) -> StudioView:
        """Return what to show."""
        take = self._take
        return view_of(
            self._setup,
            self._progress,
            Shown(
                page=self._page,
                microphone_there=self._microphone_there,
                speaker_there=self._speaker_there,
                hears_voice=self._ear is not None and self._ear.heard_voice,
                take_s=take.voice_s if take is not None else 0.0,
                refusal=self._refusal,
                notice=self._notice,
                playing=self._playing,
                level=self._meter.now if self._page in HEARS else self._meter.highest,
            ),
        )

    def _begin(self) -> None:
        self._begun = True
        self._step("begin")

    def _record(self) -> None:
        self._step("record" if self._microphone_there else "unheard")

    def _judge(self) -> None:
        ear = self._ear
        if ear is None:
            return
        limits = limits_of(self._progress.current.words)
        judged = judge(ear.take(), self._setup.rate_hz, limits)
        if isinstance(judged, BadTake):
            self._refusal = judged.reason
            self._step("failed")
        else:
            self._take = judged
            self._step("passed")

    def _next(self) -> None:
        if self._take is not None:
            self._stop_playing()
            self._wish(Keep(self._progress.current, self._take.pcm))

    def _listen(self) -> None:
        self._playing = True
        if self._take is not None:
            words = self._progress.current.words
            self._wish(Play(Sound(self._take.pcm, self._setup.rate_hz, words)))
        else:
            self._wish(PlayKept(self._progress.current))

    def _play_sample(self) -> None:
        self._playing = True
        self._wish(PlaySample())

    def _stop_playing(self) -> None:
        if self._playing:
            self._playing = False
            self._wish(Hush())

    def _back(self) -> None:
        if self._page != "done":
            self._progress.back()
        self._step("back")

    def _skip(self) -> None:
        self._step("skip" if self._progress.forward() else "finish")

    def _fill(self) -> None:
        if self._progress.to_first_open():
            self._step("fill")

    def _check(self) -> None:
        self._progress.to_start()
        self._step("back")

    def _step(self, step: Step) -> None:
        page = after(self._page, step)
        if page is None:
            return
        self._stop_playing()
        hears, self._page = self._page in HEARS, page
        if page != "good":
            self._take = None
        self._ear = None
        if page == "recording":
            self._ear = Ear(self._setup.rate_hz, limits_of(self._progress.current.words))
        if page not in ("refused", "good"):
            self._meter.clear()
        if (page in HEARS) != hears:
            self._wish(Listen() if page in HEARS else Rest())

    def _wish(self, wish: Wish) -> None:
        self._wishes.append(wish)
