"""Which keys a page of the studio has; the first is the large one. Pure.

objectNames are `key_` and the action, so that the place of a key never changes its name.
"""

from __future__ import annotations

from ui_kit.staff_views import KeyFaceMode, KeyView
from ui_kit.strings import Strings
from voice_studio.flow import Page
from voice_studio.progress import Progress


def keys_of(
    words: Strings, progress: Progress, page: Page, playing: bool, speaker_there: bool
) -> tuple[KeyView, ...]:
    """Return the keys of a page."""
    makers = _Keys(words, progress, playing, speaker_there)
    match page:
        case "welcome":
            label = "key_begin" if progress.recorded == 0 else "key_go_on"
            return (makers.green("begin", label, "microphone"),)
        case "reading":
            return makers.reading()
        case "recording":
            return (
                makers.green("finished", "key_finished", "check"),
                makers.key("halt", "key_halt", "x"),
            )
        case "refused":
            return (
                makers.green("record", "key_record_again", "microphone"),
                makers.back(),
                makers.forward(),
            )
        case "good":
            last = "key_next" if len(progress.open_lines()) > 1 else "key_last"
            return (
                makers.green("next", last, "check"),
                makers.back(),
                makers.listen(),
                makers.key("record", "key_redo", "arrow-counter-clockwise"),
            )
        case "done":
            return makers.done()
        case "no_microphone":
            return (makers.key("close", "key_close", "sign-out"),)


class _Keys:
    def __init__(
        self, words: Strings, progress: Progress, playing: bool, speaker_there: bool
    ) -> None:
        self._words = words
        self._progress = progress
        self._playing = playing
        self._speaker_there = speaker_there

    def green(self, action: str, label: str, icon: str) -> KeyView:
        return self._view(action, label, icon, "tag_space", "next")

    def key(
        self, action: str, label: str, icon: str, tag: str = "", mode: KeyFaceMode = "can"
    ) -> KeyView:
        return self._view(action, label, icon, tag, mode)

    def back(self) -> KeyView:
        first = self._progress.number == 1
        return self.key("back", "key_back", "", "tag_left", "cannot" if first else "can")

    def forward(self) -> KeyView:
        recorded = self._progress.is_recorded(self._progress.current)
        return self.key("skip", "key_forward" if recorded else "key_skip", "", "tag_right")

    def listen(self) -> KeyView:
        if self._playing:
            return self.key("hush", "key_hush", "speaker-slash")
        mode: KeyFaceMode = "can" if self._speaker_there else "cannot"
        return self.key("listen", "key_listen", "speaker-high", mode=mode)

    def reading(self) -> tuple[KeyView, ...]:
        recorded = self._progress.is_recorded(self._progress.current)
        record = self.green("record", "key_redo" if recorded else "key_record", "microphone")
        middle = (self.listen(),) if recorded else ()
        return (record, self.back(), *middle, self.forward())

    def done(self) -> tuple[KeyView, ...]:
        sample: KeyView
        if self._playing:
            sample = self.key("hush", "key_hush", "speaker-slash")
        else:
            mode: KeyFaceMode = "can" if self._speaker_there else "cannot"
            sample = self.key("sample", "key_sample", "speaker-high", mode=mode)
        if self._progress.open_lines():
            first = self.green("fill", "key_fill", "microphone")
            return (first, sample, self.key("close", "key_close", "sign-out"))
        first = self.green("close", "key_close", "check")
        return (first, sample, self.key("check", "key_check", "list-numbers"))

    def _view(self, action: str, label: str, icon: str, tag: str, mode: KeyFaceMode) -> KeyView:
        words = self._words
        return KeyView(
            name=f"key_{action}",
            action=action,
            label=words.get(label),
            icon=icon,
            tag=words.get(tag) if tag else "",
            mode=mode,
        )
