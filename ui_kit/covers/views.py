"""What the covers of a staff station show, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass

from ui_kit.staff_views import KeyView


@dataclass(frozen=True)
class AlarmView:
    """Somebody is taken ill: where, since when, who is coming, what to do in which order.

    `drill` is the word for an exercise, empty when it is none; `lost` what to do where the hall
    does not answer. `steps` stand in the order they are done.
    """

    name: str
    drill: str
    place: str
    title: str
    clock: str
    answer: str
    answered: bool
    lost: str
    more: str
    steps: tuple[KeyView, ...]
    keys: tuple[KeyView, ...]


@dataclass(frozen=True)
class AlarmStripView:
    """An alarm that was folded away: one red line that opens it again."""

    words: str
    key: KeyView


@dataclass(frozen=True)
class SignInView:
    """The question who is there: a number, a PIN as dots, ten digits.

    `title` says what is asked now; `notice` is the one line that must be read, else empty.
    """

    title: str
    number_word: str
    number: str
    pin_word: str
    pin_dots: int
    asks_pin: bool
    notice: str
    keys: tuple[KeyView, ...]
    unwell: KeyView
