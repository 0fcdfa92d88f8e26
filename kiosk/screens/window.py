"""The kiosk's one window: two frames (home, inner), each with its head and dock.

Object names: window `kiosk`; frames `page.home`, `page.inner`; dock keys `back again slower louder
larger lower help emergency`; body keys see bodies.py.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from devices.camera_port import Seen
from kiosk.keypad import DOCK_ACTIONS
from kiosk.screens.bodies import draw
from kiosk.screens.canvas import Canvas
from kiosk.screens.keypad_keys import press_of
from kiosk.screens.laying import Laid, draw_lay
from kiosk.screens.writing import draw_sheet
from kiosk.views import Body, LayView, QuestionView, View, WriteView
from ui_kit.dock import Dock, DockLabels
from ui_kit.header import Header
from ui_kit.page import STEPS_H_MM, STEPS_Y_MM, PageBase, PageParts
from ui_kit.panel import RectMm
from ui_kit.round_key import RoundKey
from ui_kit.step_bar import StepBar
from ui_kit.strings import Strings
from ui_kit.theme import Mode, Theme

_NOON = 12


@dataclass(frozen=True)
class _Frame:
    page: PageBase
    header: Header
    steps: StepBar | None
    dock: Dock
    words: Strings


class KioskWindow(QWidget):
    """Shows views. `pressed` carries action and argument of a key; dock keys have no argument.

    `clicks` is to be heard at once: a key went down.

    `kit_words` are the words of head and dock by tongue.
    """

    pressed = Signal(str, str)
    clicks = Signal()
    keyed = Signal(str)
    """What was pressed on the keypad."""
    writing = Signal()
    """A finger came down on the sheet."""
    written = Signal(object)
    """What stands on the sheet after a stroke."""

    def __init__(self, theme: Theme, kit_words: Mapping[str, Strings], zone_name: str) -> None:
        super().__init__()
        self.setObjectName("kiosk")
        self.setWindowTitle(zone_name)
        self._theme, self._kit_words = theme, kit_words
        self.setFixedSize(theme.panel.width_px, theme.panel.height_px)
        self._frames: dict[tuple[bool, str], _Frame] = {}
        self._shown: View | None = None
        self._round_key: RoundKey | None = None
        self._laid: Laid | None = None
        self._time: datetime | None = None

    def show_view(self, view: View) -> None:
        """Show a view; only what changed is drawn anew."""
        old, self._shown = self._shown, view
        if old == view:
            return
        self._theme.set_large_text(view.large)
        if view.contrast != (old is not None and old.contrast):
            self._theme.set_mode(Mode.HIGH_CONTRAST if view.contrast else Mode.LIGHT)
        frame = self._frame_of(view)
        self._set_dock(frame, view)
        turned = old is None or old.page_no != view.page_no
        if turned or old is None or _drawn(old) != _drawn(view):
            self._draw(frame, view)
        else:
            self._refresh(view.body)
        for other in self._frames.values():
            if other is not frame and not other.page.isHidden():
                # What was shown there is somebody's: it is not kept behind the next page.
                other.page.clear()
            other.page.setVisible(other is frame)
        if turned:
            self._theme.guard.page_shown()
        self._set_focus(view.focus)

    def look(self, seen: Seen) -> None:
        """Show what the camera sees, where the page has a place for it."""
        if self._laid is not None:
            self._laid.picture.look(seen)

    def _refresh(self, body: Body) -> None:
        """Let the page go on: a tick of the question, what the camera sees by now."""
        if self._laid is not None and isinstance(body, LayView):
            self._laid.say(body.said)
        elif self._round_key is not None and isinstance(body, QuestionView):
            self._round_key.set_ticks_left(body.ticks_left)

    def show_time(self, local: datetime) -> None:
        """Show the time of the hall's zone in the head."""
        minute = local.replace(second=0, microsecond=0, tzinfo=None)
        if minute != self._time:
            self._time = minute
            for frame in self._frames.values():
                self._set_time(frame)

    def texts(self) -> list[str]:
        """Return every text shown, in reading order."""
        if self._shown is None:
            return []
        return list(self._frame_of(self._shown).page.texts())

    def current(self) -> PageBase:
        """Return the frame that is shown."""
        if self._shown is None:
            return self._frame(home=True, language=next(iter(self._kit_words))).page
        return self._frame_of(self._shown).page

    def event(self, event: QEvent) -> bool:
        """Report what the keypad presses."""
        return self._report(event) or super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Report what the keypad presses while the focus stands on a key."""
        return self._report(event) or super().eventFilter(watched, event)

    def focusNextPrevChild(self, _next: bool) -> bool:
        """Leave the focus where the view has it: it never moves without being spoken."""
        return False

    def _report(self, event: QEvent) -> bool:
        press = press_of(event)
        if press is not None:
            self.keyed.emit(press)
        return press is not None

    def _set_focus(self, name: str) -> None:
        """Let the key of that name have the focus and its ring, or nothing."""
        key = self.current().key(name) if name else None
        if key is None:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not key.hasFocus():
            key.installEventFilter(self)
            key.setFocus(Qt.FocusReason.OtherFocusReason)

    def _draw(self, frame: _Frame, view: View) -> None:
        frame.page.clear()
        self._laid = None
        content = frame.page.content_mm
        if frame.steps is not None:
            top = STEPS_Y_MM + STEPS_H_MM if view.step else frame.header.height_mm
            content = RectMm(content.x, top, content.w, content.bottom - top)
            frame.steps.setVisible(bool(view.step))
            if view.step:
                frame.steps.set_now(view.step - 1)
        canvas = Canvas(
            self._theme, frame.page, content, view.low, view.large,
            self.pressed.emit, self.clicks.emit,
        )  # fmt: skip
        if isinstance(view.body, WriteView):
            pad = draw_sheet(canvas, view.body)
            pad.touched.connect(self.writing)
            pad.written.connect(self.written)
            self._round_key = None
        elif isinstance(view.body, LayView):
            self._laid, self._round_key = draw_lay(canvas, view.body), None
        else:
            self._round_key = draw(canvas, view.body)

    def _set_dock(self, frame: _Frame, view: View) -> None:
        dock = frame.dock
        dock.set_back_available(view.back)
        dock.set_help_called(view.help_called)
        dock.set_larger_step(view.larger_step)
        for name, on in (
            ("slower", view.slow),
            ("louder", view.volume > 1),
            ("lower", view.low),
        ):
            if dock.key(name).is_switched_on != on:
                dock.set_on(name, on)

    def _frame_of(self, view: View) -> _Frame:
        return self._frame(home=view.page == "home", language=view.language)

    def _frame(self, *, home: bool, language: str) -> _Frame:
        key = (home, language)
        if key not in self._frames:
            self._frames[key] = self._build(self._kit_words[language], home=home)
            self._set_time(self._frames[key])
        return self._frames[key]

    def _build(self, words: Strings, *, home: bool) -> _Frame:
        theme = self._theme
        header = Header(theme, words.get("zone_name"), home=home)
        steps = None
        if not home:
            labels = tuple(words.get(f"step_{name}") for name in ("card", "matter", "slip"))
            steps = StepBar(theme, labels, 0)
        dock = Dock(theme, DockLabels.from_strings(words), back=not home)
        dock.clicks.connect(self.clicks)
        dock.pressed.connect(lambda name: self.pressed.emit(DOCK_ACTIONS.get(name, name), ""))
        name = "page.home" if home else "page.inner"
        page = PageBase(theme, name, PageParts(header, steps, dock), self)
        return _Frame(page, header, steps, dock, words)

    def _set_time(self, frame: _Frame) -> None:
        local = self._time
        if local is None:
            return
        words = frame.words
        half = "time_morning" if local.hour < _NOON else "time_afternoon"
        hour = (local.hour - 1) % _NOON + 1
        date_words = words.get(
            "date", month=words.get("months").split()[local.month - 1], day=local.day,
            weekday=words.get(f"weekday_{local.isoweekday()}"),
        )  # fmt: skip
        time_words = words.get(half, hour=hour, minute=f"{local.minute:02d}")
        frame.header.set_time(local.hour, local.minute, time_words, date_words)


def _drawn(view: View) -> tuple[Body, bool, bool, str]:
    """Return what a redraw depends on: a tick of the question, a stroke is not worth one."""
    body = view.body
    if isinstance(body, QuestionView):
        body = replace(body, ticks_left=0)
    elif isinstance(body, WriteView):
        body = replace(body, sheet=None)
    elif isinstance(body, LayView):
        body = replace(body, said="")
    return body, view.large, view.low, view.language
