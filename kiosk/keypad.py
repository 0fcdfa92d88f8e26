"""The keypad of those who do not see the glass: which press means what. Pure.

A press is answered with a deed: a key of the page or the dock that is pressed or reached, or a
word. Every page is led by the same table; what is on the page comes from its view.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, get_args

from kiosk.views import Body, ChoiceView, HomeView, KeyView, QuestionView, View, WriteView
from ui_kit.dock_layout import DOCK_KEYS

Press = Literal[
    "1", "2", "3", "4", "5", "6", "7", "8",
    "again", "back", "enter", "next", "previous", "louder", "softer", "help", "headphones",
]  # fmt: skip
PRESSES: Final[tuple[Press, ...]] = get_args(Press)
MOST_ANSWERS: Final = 8
"""Digits that answer. No page asks for more, so 9 is free to call a person on every page."""

DOCK_ACTIONS: Final = {"emergency": "unwell"}
"""Keys of the dock whose action has another name."""


@dataclass(frozen=True)
class Stop:
    """A key that the focus can stand on, by its name; `digit` is 0 for a key of the dock."""

    name: str
    action: str
    argument: str
    digit: int = 0


@dataclass(frozen=True)
class Activate:
    """Do what a key does."""

    stop: Stop


@dataclass(frozen=True)
class Focus:
    """Stand on a key and say its name."""

    stop: Stop


@dataclass(frozen=True)
class Change:
    """Do what the key of the dock or of the keypad does by that name, on any page."""

    what: Literal["again", "help", "louder", "softer", "headphones"]


@dataclass(frozen=True)
class Tell:
    """Say why nothing happens."""

    why: Literal["no_such", "no_back"]


Deed = Activate | Focus | Change | Tell

_CHANGES: Mapping[Press, Change] = {
    "again": Change("again"), "help": Change("help"), "louder": Change("louder"),
    "softer": Change("softer"), "headphones": Change("headphones"),
}  # fmt: skip
_STEPS: Mapping[Press, int] = {"next": 1, "previous": -1}


def answers(body: Body) -> tuple[KeyView, ...]:
    """Return the keys of a page in the order of their digits."""
    if isinstance(body, HomeView):
        unprinted = (body.unprinted,) if body.unprinted else ()
        start = KeyView("start", body.headline)
        return (start, *body.tiles, *unprinted, *body.languages)
    if isinstance(body, ChoiceView):
        return (*body.keys, *body.paging)
    if isinstance(body, QuestionView):
        return (body.key,)
    if isinstance(body, WriteView):
        return (body.done, body.wipe)
    return body.keys


def stops(view: View) -> tuple[Stop, ...]:
    """Return every key of a page in the order the arrows reach them: answers, then the dock."""
    found = answers(view.body)
    dock = (name for name in DOCK_KEYS if name != "back" or view.back)
    return (
        *(Stop(key.name, key.action, key.argument, place) for place, key in enumerate(found, 1)),
        *(Stop(name, DOCK_ACTIONS.get(name, name), "") for name in dock),
    )


def deed(press: Press, view: View) -> Deed:
    """Return what a press means on a page; `view.focus` is the key the focus stands on."""
    if press in _CHANGES:
        return _CHANGES[press]
    found = stops(view)
    if press in _STEPS:
        return _neighbour(_STEPS[press], found, view.focus)
    if press == "enter":
        at = next((one for one in found if one.name == view.focus), None)
        return Activate(at) if at else Focus(found[0])
    if press == "back":
        back = next((one for one in found if one.name == "back"), None)
        return Activate(back) if back else Tell("no_back")
    answer = next((one for one in found if one.digit == int(press)), None)
    return Activate(answer) if answer else Tell("no_such")


def _neighbour(step: int, found: tuple[Stop, ...], at: str) -> Focus:
    """Go one key on, round at the ends; the first press finds the first or the last."""
    place = next((index for index, one in enumerate(found) if one.name == at), None)
    if place is None:
        return Focus(found[0 if step > 0 else -1])
    return Focus(found[(place + step) % len(found)])
