"""Joins the studio's presenter, its window, the devices and the pack. Everything is handed in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from devices.ports import DeviceStatus, Microphone, Sound, Speaker
from ui_kit.theme import Theme
from voice.announcer import HandOver, right_here
from voice.pack_folder import PackFolder
from voice.utterance import Utterance, plain_utterance
from voice_studio.presenter import StudioPresenter
from voice_studio.screens.window import StudioWindow
from voice_studio.setup import StudioSetup
from voice_studio.wishes import Close, Hush, Keep, Listen, Play, PlayKept, PlaySample, Rest, Wish


class StudioApp(QObject):
    """One studio. `sample` is a whole call, played at the end from the clips of the pack.

    `hand_over` brings what the devices say into this thread.
    """

    closed = Signal()

    def __init__(
        self, setup: StudioSetup, pack: PackFolder, sample: Utterance, theme: Theme,
        microphone: Microphone, speaker: Speaker, hand_over: HandOver = right_here,
    ) -> None:  # fmt: skip
        super().__init__()
        self._pack, self._sample = pack, sample
        self._microphone, self._speaker, self._hand_over = microphone, speaker, hand_over
        self._playing = self._listening = 0
        recorded = {line.key for line in setup.lines if pack.pack.says(line.words)}
        self.presenter = StudioPresenter(setup, recorded)
        self.window = StudioWindow(theme, setup.words.get("title"), self.press)

    def start(self) -> None:
        """Show the first picture, then open the devices."""
        self._show()
        self._speaker.start(self._speaker_changed)
        self._microphone.start(self._microphone_changed)

    def stop(self) -> None:
        """Let the devices go."""
        self._microphone.stop()
        self._speaker.stop()

    def windows(self) -> dict[str, QWidget]:
        """Return the window by name."""
        return {"voice_studio": self.window}

    def texts(self) -> list[str]:
        """Return every text shown, in reading order."""
        return self.window.texts()

    def press(self, action: str, argument: str = "") -> None:
        """Do what a key of that action does."""
        del argument
        self.presenter.press(action)
        self._show()

    def _microphone_changed(self, status: DeviceStatus) -> None:
        self._take_in(lambda: self.presenter.microphone(status))

    def _speaker_changed(self, status: DeviceStatus) -> None:
        self._take_in(lambda: self.presenter.speaker(status))

    def _listen(self) -> None:
        self._listening += 1
        listening = self._listening

        def heard(chunk: bytes) -> None:
            if listening == self._listening:  # a chunk of an earlier listening may still come
                self.presenter.heard(chunk)

        self._microphone.listen(lambda chunk: self._take_in(lambda: heard(chunk)))

    def _take_in(self, news: Callable[[], None]) -> None:
        def take() -> None:
            news()
            self._show()

        self._hand_over(take)

    def _show(self) -> None:
        """Carry out what was wished for and what that leads to, then show how it is."""
        while wishes := self.presenter.drain():
            for wish in wishes:
                self._do(wish)
        self.window.show_view(self.presenter.view())

    def _do(self, wish: Wish) -> None:
        match wish:
            case Listen():
                self._listen()
            case Rest():
                self._listening += 1
                self._microphone.rest()
            case Hush():
                self._playing += 1
                self._speaker.silence()
            case Keep():
                self._keep(wish)
            case Close():
                self.closed.emit()
            case _:
                self._play(self._sound(wish))

    def _sound(self, wish: Play | PlayKept | PlaySample) -> Sound | None:
        if isinstance(wish, Play):
            return wish.sound
        pack = self._pack.pack
        return pack.join(
            self._sample if isinstance(wish, PlaySample) else plain_utterance(wish.line.words)
        )

    def _play(self, sound: Sound | None) -> None:
        if sound is None:
            self.presenter.not_playable()
            return
        self._playing += 1
        playing = self._playing

        def ended() -> None:
            if playing == self._playing:
                self.presenter.played()

        self._speaker.play(sound, lambda: None, lambda _whole: self._take_in(ended))

    def _keep(self, wish: Keep) -> None:
        try:
            self._pack.keep(wish.line, wish.pcm)
        except OSError as fault:
            self.presenter.not_kept(fault.strerror or str(fault))
        else:
            self.presenter.kept()
