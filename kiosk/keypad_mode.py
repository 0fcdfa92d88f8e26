"""A visit by keypad: begins with the first press, ends with the visit. Touch goes on working.

In this mode each page is read with its answers and their digits, and no page passes by itself
while somebody chooses.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.keypad import Activate, Change, Deed, Focus, Press, deed
from kiosk.keypad_words import listed, name_of
from kiosk.speech import sentence
from kiosk.wishes import SetVolume, UseHeadphones
from ui_kit.line_break import run_on

if TYPE_CHECKING:
    from kiosk.presenter import Presenter

SETTLE_S = 0.5
"""A page that has just come is not answered yet: the press was meant for the one before (T7)."""
TREMOR_S = 0.7
"""The same key within this time is one press of a trembling finger (T7)."""
LOUDEST = 2
_REPEATABLE: frozenset[Press] = frozenset({"next", "previous", "louder", "softer"})


class KeypadMode:
    """The keypad of one presenter."""

    def __init__(self, presenter: Presenter) -> None:
        self._on = presenter
        self._focus, self._focus_page_no = "", -1
        self._last: Press | None = None
        self._last_s = float("-inf")

    @property
    def focus(self) -> str:
        """The name of the key the focus stands on; empty on a page that has just come."""
        return self._focus if self._focus_page_no == self._on.page_no else ""

    def press(self, press: Press) -> None:
        """Take a press of the keypad or an arrow key."""
        on = self._on
        on.touched_s = on.now_s
        if self._trembles(press):
            return
        begins = not on.comfort.keypad
        on.comfort = replace(on.comfort, keypad=True)
        if on.page == "still_there" and press != "help":
            on.touch("still_here")
        elif begins and press != "help":
            on.say(run_on(on.tongue.words.spoken("keypad_begins"), self.page_text()))
        else:
            self._do(deed(press, on.view()))

    def page_text(self) -> str:
        """Return what is said when the page appears, by keypad with its answers."""
        on = self._on
        scene = on.scene()
        text = sentence(scene)
        if not on.comfort.keypad:
            return text
        text = text.replace(scene.words.spoken("keypad_leaves_out"), "").strip()
        hint = scene.words.spoken("keypad_write") if on.page == "write" else ""
        return run_on(text, hint, listed(scene, on.view()))

    def _trembles(self, press: Press) -> bool:
        now_s = self._on.now_s
        again = press == self._last and press not in _REPEATABLE
        trembles = again and now_s - self._last_s < TREMOR_S
        if not trembles:
            self._last, self._last_s = press, now_s
        return trembles

    def _do(self, found: Deed) -> None:
        on = self._on
        if isinstance(found, Activate):
            if on.now_s - on.entered_s >= SETTLE_S:
                on.touch(found.stop.action, found.stop.argument)
        elif isinstance(found, Focus):
            self._focus, self._focus_page_no = found.stop.name, on.page_no
            on.say(name_of(on.scene(), on.view(), found.stop))
        elif isinstance(found, Change):
            self._change(found.what)
        else:
            on.say(on.tongue.words.spoken(f"keypad_{found.why}"))

    def _change(self, what: str) -> None:
        on = self._on
        if what == "again":
            on.say_page()
        elif what == "help":
            on.touch("help")
        elif what == "headphones":
            self._switch_headphones()
        else:
            self._turn_volume(1 if what == "louder" else -1)

    def _turn_volume(self, steps: int) -> None:
        on = self._on
        volume = on.comfort.volume + steps
        if not 0 <= volume <= LOUDEST:
            on.say(on.tongue.words.spoken("keypad_loudest" if steps > 0 else "keypad_softest"))
            return
        on.comfort = replace(on.comfort, volume=volume)
        on.wish(SetVolume(volume))
        on.say(on.tongue.words.spoken("louder" if steps > 0 else "keypad_softer"))

    def _switch_headphones(self) -> None:
        on = self._on
        if not on.setup.headphones:
            on.say(on.tongue.words.spoken("keypad_no_headphones"))
            return
        wanted = not on.comfort.headphones
        on.comfort = replace(on.comfort, headphones=wanted)
        on.wish(UseHeadphones(wanted))
        word = "keypad_headphones" if wanted else "keypad_loudspeaker"
        on.say(on.tongue.words.spoken(word))
