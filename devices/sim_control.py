"""The words that make simulators behave and misbehave, and the one way to say them."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches

from devices.transport import Simulator

WORDS: Mapping[str, str] = {
    "silent": "Answers nothing any more.",
    "speak": "Answers again, and forgets every fault asked for.",
    "unplug": "The cable is pulled.",
    "unplug_after": "The cable is pulled `count` bytes into the next card answer or slip.",
    "plug": "The cable is put back.",
    "cut_at": "The next card, status or strip answer (each picture) ends after `count` bytes.",
    "flip_bit": "The next card answer arrives with the bit at `position` turned over.",
    "garbage": "Sends `count` bytes of nonsense now.",
    "late": "The next card, status or strip answer comes `seconds` later than it should.",
    "fail_at": "The next `times` requests of a `step` (find, select, read) fail.",
    "lift_at": "The card is taken away just when a `step` (find, select, read) is asked for.",
    "present_card": "Lays a card on the plate: a `specimen`, single fields, or a whole `frame`.",
    "take_card": "Takes every card off the plate.",
    "two_cards": "Lays two cards on the plate at once.",
    "foreign_card": "Lays something on the plate that is no ID card.",
    "fault": "The device itself reports `code` (a reader: 60 self-test, 66 not authorised).",
    "busy": "The next `times` requests are answered with: busy.",
    "put_page": "Lays a page under the camera: its `name`, and a `defect` of its picture.",
    "take_away": "Takes the page away.",
    "black": "A cap is put on the lens, until `speak`.",
    "freeze": "The camera sends the same picture again and again, until `speak`.",
    "refuse": "The next `times` openings are refused in every format.",
    "paper_out": "The roll ends.",
    "paper_in": "Somebody puts in a new roll.",
    "paper_low": "The roll is near its end.",
    "cover_open": "The cover is opened.",
    "cover_closed": "The cover is closed.",
    "cutter_jam": "The knife sticks.",
    "cutter_free": "The knife moves again.",
    "out_after": "The roll ends after `count` more bytes.",
    "silent_after_cut": "Answers nothing any more once the next slip has fallen.",
    "nonsense": "Every answer is 0xFF, until `speak`.",
}


class RefusedWord(ValueError):
    """A word or its arguments cannot be meant; the message is one sentence."""


def apply(simulator: Simulator, word: str, arguments: Mapping[str, object]) -> None:
    """Say one word to a simulator. Raises RefusedWord when it does not know it."""
    known = simulator.words()
    if word not in known:
        close = get_close_matches(word, known, n=1, cutoff=0.0)
        hint = f" Did you mean '{close[0]}'?" if close else ""
        raise RefusedWord(f"This simulator does not know the word '{word}'.{hint}")
    try:
        simulator.control(word, **arguments)
    except (TypeError, ValueError) as error:
        raise RefusedWord(f"The word '{word}' cannot be used like that: {error}.") from error
