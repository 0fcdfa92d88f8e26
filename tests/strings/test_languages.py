"""All languages say the same things."""

from __future__ import annotations

import pytest

from tests.strings.tables import VISITORS, languages, rooms_of, table
from ui_kit.languages import OWN_LANGUAGE

EMPTY = {
    ("en", "kiosk.bring_tail"): "English has no word after the number of papers",
    ("en", "kiosk.ahead_unit"): "English has no measure word for people",
    ("en", "kiosk.not_undone_called_unit"): "English names the window before its number",
    ("en", "slip.break_after"): "Latin lines break at spaces",
    ("en", "slip.break_before"): "Latin lines break at spaces",
}


@pytest.mark.parametrize("language", languages())
def test_every_language_has_the_keys_placeholders_and_voice_of_the_halls_own(language):
    assert set(VISITORS) <= set(rooms_of(language)) <= set(rooms_of(OWN_LANGUAGE))
    wrong = []
    for room in rooms_of(language):
        own, other = table(OWN_LANGUAGE, room), table(language, room)
        wrong += [f"{room}.{key} is only in one" for key in own.keys() ^ other.keys()]
        for key in own.keys() & other.keys():
            words = other[key]
            if words.placeholders != own[key].placeholders:
                wrong.append(f"{words.place} has other placeholders")
            shown_and_said = words.screen.strip() and words.spoken.strip()
            if bool(shown_and_said) == ((language, words.place) in EMPTY):
                wrong.append(f"{words.place} lacks words, or need not be excused")
    assert not wrong


def test_there_is_a_second_language():
    assert languages() == ("zh-CN", "en")
