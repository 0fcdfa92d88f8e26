"""The languages of a kiosk, joined from words, number words and speech."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from launch.speech import speech_in
from launch.words import installed_languages, names_of, screen_language, table_of, words_of
from ui_kit.strings import BadWords

if TYPE_CHECKING:
    from kiosk.tongues import Tongue
    from launch.joining import DeferredGateway
    from voice.readings import Readings
    from voice.speech import SpeechWorker


@dataclass(frozen=True)
class NumberReader:
    """Reads numbers aloud; how a series is read is known once the hall has answered."""

    gateway: DeferredGateway
    readings: Readings
    language: str

    def label(self, number: str) -> str:
        """Read a ticket label."""
        from voice.numbers import read_label

        facts = self.gateway.facts
        if facts is None:
            return self._digits(read_label(number, {}, self.readings))
        series = {one.prefix: one.reading for one in facts.in_language(self.language).series}
        return self._digits(read_label(number, series, self.readings, facts.digit_one))

    def count(self, value: int) -> str:
        """Read a number of people."""
        from voice.numbers import read_count

        return self.readings.joint.join(read_count(value, self.readings))

    def _digits(self, words: tuple[str, ...]) -> str:
        return self.readings.between_digits.join(words)


def tongues(gateway: DeferredGateway) -> tuple[Tongue, ...]:
    """Return every language that is installed, the hall's own first.

    A language or pack that is not whole is left out and logged: the kiosk works without it.
    """
    own, *others = installed_languages()
    found = [_tongue(own, gateway)]
    for language in others:
        try:
            found.append(_tongue(language, gateway))
        except (OSError, ValueError, KeyError, BadWords) as fault:
            logging.getLogger(__name__).warning("language %s is left out: %s", language, fault)
    return tuple(found)


def _tongue(language: str, gateway: DeferredGateway) -> Tongue:
    from kiosk.tongues import Tongue
    from voice.readings import load_readings, readings_file

    base = screen_language(language)
    return Tongue(
        id=language,
        base=base,
        names=names_of(language),
        words=words_of("kiosk", language),
        kit_words=words_of("ui_kit", language),
        slip_words=table_of("slip", language),
        numbers=NumberReader(gateway, load_readings(readings_file(language)), base),
    )


def paces(tongues: Iterable[Tongue]) -> dict[str, tuple[SpeechWorker, SpeechWorker]]:
    """Return what says the sentences of each tongue, at the usual rate and more slowly."""
    from voice.speech import SpeechWorker

    return {
        one.id: (
            SpeechWorker(speech_in(one.id, one.base)),
            SpeechWorker(speech_in(one.id, one.base, slow=True)),
        )
        for one in tongues
    }
