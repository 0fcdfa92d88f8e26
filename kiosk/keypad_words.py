"""What the keypad says: the keys of a page with their digits, and the name of the key in focus.

Only what stands on keys is said, never what a page shows of a person.
"""

from __future__ import annotations

from kiosk.keypad import Stop, answers
from kiosk.scene import Scene
from kiosk.views import KeyView, View
from ui_kit.line_break import in_one_line, run_on

_LARGER_WORDS = ("dock_larger", "dock_contrast", "dock_plain")


def listed(scene: Scene, view: View) -> str:
    """Return the answers of a page, each with the digit that gives it."""
    words, digits = scene.words, scene.words.get("keypad_digits").split()
    return run_on(
        *(
            words.spoken("keypad_answer", read=digit, answer=_label(scene, key))
            for digit, key in zip(digits, answers(view.body), strict=False)
        )
    )


def name_of(scene: Scene, view: View, stop: Stop) -> str:
    """Return how a key is called when the focus comes to it."""
    words = scene.words
    if stop.digit:
        key = answers(view.body)[stop.digit - 1]
        read = words.get("keypad_digits").split()[stop.digit - 1]
        said = words.spoken("keypad_answer", read=read, answer=_label(scene, key))
        if not key.second:
            return said
        return run_on(said, words.spoken("keypad_examples", examples=in_one_line(key.second)))
    label = in_one_line(scene.tongue.kit_words.get(_dock_words(view, stop.name)))
    on = (stop.name == "slower" and view.slow) or (stop.name == "lower" and view.low)
    return words.spoken("keypad_key_on" if on else "keypad_key", name=label)


def _dock_words(view: View, name: str) -> str:
    if name == "help" and view.help_called:
        return "dock_help_called"
    return _LARGER_WORDS[view.larger_step] if name == "larger" else f"dock_{name}"


def _label(scene: Scene, key: KeyView) -> str:
    if key.action == "age":
        return scene.words.spoken(f"age_{key.argument}")
    if key.action == "print_mine":
        return scene.numbers.label(key.label)
    return in_one_line(key.label)
