"""How numbers are read aloud: ticket labels digit by digit, windows as cardinals, people as counts.

Pure. Every function returns the words in order; each word is one clip.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Literal

from voice.readings import Readings

OneInLabels = Literal["yao", "yi"]

YAO_FROM_DIGITS = 3
LARGEST_CARDINAL = 9999


class LabelUnreadable(ValueError):
    """A ticket label holds no digits, so there is no number to read."""


def split_label(label: str) -> tuple[str, str]:
    """Split a label such as `A012` into its mark and its digits; the mark may be empty.

    Full-width digits count as digits; spaces and hyphens between both are dropped.

    Raises:
        LabelUnreadable: the label does not end in digits.
    """
    plain = unicodedata.normalize("NFKC", label).strip()
    match = re.fullmatch(r"([^0-9]*?)[\s\-]*([0-9]+)", plain)
    if match is None:
        raise LabelUnreadable(f"a ticket label must end in digits: {label!r}")
    return match[1], match[2]


def read_digits(digits: str, readings: Readings, one: OneInLabels = "yao") -> tuple[str, ...]:
    """Read digits one by one; the one takes its code form from three digits on unless `yi`."""
    code_form = one == "yao" and len(digits) >= YAO_FROM_DIGITS
    return tuple(
        readings.one_in_codes if digit == "1" and code_form else readings.digits[int(digit)]
        for digit in digits
    )


def read_label(
    label: str,
    series: Mapping[str, str],
    readings: Readings,
    one: OneInLabels = "yao",
) -> tuple[str, ...]:
    """Read a ticket label: the reading of its mark, then its digits.

    `series` maps a mark to its reading, from the hall's configuration. A reading that already
    ends in the number suffix is not followed by a second one; an unknown mark is read as itself.

    Raises:
        LabelUnreadable: the label does not end in digits.
    """
    mark, digits = split_label(label)
    spoken_mark = series.get(mark, mark)
    suffix = readings.number_suffix
    words = read_digits(digits, readings, one)
    if spoken_mark and spoken_mark.endswith(suffix):
        return (spoken_mark, *words)
    return tuple(word for word in (spoken_mark, *words, suffix) if word)


def read_cardinal(value: int, readings: Readings) -> tuple[str, ...]:
    """Read a whole number of 0 to 9999 as a cardinal: windows, floors, days.

    Raises:
        ValueError: the number is outside 0 to 9999.
    """
    if not 0 <= value <= LARGEST_CARDINAL:
        raise ValueError(f"a cardinal must lie in 0 to {LARGEST_CARDINAL}: {value}")
    if value < 10:
        return (readings.digits[value],)
    if value < 20:
        tail = () if value == 10 else (readings.digits[value - 10],)
        return (readings.ten, *tail)
    return _read_places(value, readings)


def read_count(value: int, readings: Readings) -> tuple[str, ...]:
    """Read a number of things or people: a lone two, two hundred and two thousand change form.

    Raises:
        ValueError: the number is outside 0 to 9999.
    """
    if readings.figures:
        return (str(value),)
    words = list(read_cardinal(value, readings))
    before_place = len(words) > 1 and words[1] in (readings.hundred, readings.thousand)
    if words[0] == readings.digits[2] and (value == 2 or before_place):
        words[0] = readings.two_of_things
    return tuple(words)


def read_codes_in_text(text: str, readings: Readings, one: OneInLabels = "yao") -> str:
    """Write out the codes of a free text, so that a synthesiser reads them digit by digit.

    A code is a run of digits with a leading zero, or of seven digits and more (telephones).
    Other numbers stay as they are: the synthesiser reads them as quantities.
    """

    def written_out(match: re.Match[str]) -> str:
        digits = match[0]
        if len(digits) > 1 and (digits[0] == "0" or len(digits) >= 7):
            return readings.joint.join(read_digits(digits, readings, one))
        return digits

    return re.sub(r"[0-9]+", written_out, unicodedata.normalize("NFC", text))


def _read_places(value: int, readings: Readings) -> tuple[str, ...]:
    words: list[str] = []
    skipped = False
    places = ((1000, readings.thousand), (100, readings.hundred), (10, readings.ten), (1, ""))
    for size, place in places:
        digit, value = divmod(value, size)
        if digit == 0:
            skipped = bool(words)
            continue
        if skipped:
            words.append(readings.digits[0])
            skipped = False
        words.append(readings.digits[digit])
        if place:
            words.append(place)
    return tuple(words)
