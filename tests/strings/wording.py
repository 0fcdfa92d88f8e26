"""The rules of words (ux_rules X8 and X9, and the list of words never to use), as functions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kiosk.flow import PAGES
from tests.strings.tables import Words, common_characters, filled, han_in

MOST_ON_SCREEN, MOST_ON_STAFF_SCREEN = 15, 30
MOST_IN_TITLE, MOST_ON_KEY, MOST_IN_BREATH, MOST_HAN_IN_LINE = 12, 8, 18, 14
MOST_LATIN_IN_LINE, MOST_LATIN_ON_KEY, MOST_WORDS_IN_SENTENCE = 38, 22, 22

OFFICIALESE = (
    "受理", "要件", "容缺", "免申即享", "兜底", "一网通办", "办件", "归口", "予以", "知悉", "逾期",
    "生存认证", "扫码", "鉴权", "校验",
)  # fmt: skip
ERROR_WORDS = ("失败", "无效", "超时", "非法", "拒绝", "错误", "异常", "警告", "禁止")
RUDE = ("老头", "老太太", "听懂没有", "不归我管", "没办法", "系统就这样")
LATIN_ERROR_WORDS = re.compile(
    r"\b(?:invalid|fail(?:ed|ure)?|errors?|time-?out|timed out|denied|illegal|reject(?:ed)?|"
    r"warning|forbidden)\b",
    flags=re.IGNORECASE,
)

NO_SENTENCES = {"slip.break_after", "slip.break_before", "kiosk.months", "ui_kit.months"}
"""Lists for the code that sets words; nobody reads them as they stand."""

_KEYS = re.compile(r"(?:key|tile|dock|age)_")
_NOTES = ("greeting_expired", "greeting_young", "greeting_rare")
_BREATHS = re.compile("[，。？！：；、“”]")
_COMMON = common_characters()


def faults(words: Words) -> Iterator[str]:
    """What is wrong with words that visitors read or hear, rule by rule."""
    if words.place in NO_SENTENCES:
        return
    shown = filled(words.screen)
    yield from _longer(len(shown), MOST_ON_SCREEN, "on the screen")
    for line in words.screen.split("\n"):
        yield from _longer(len(han_in(line)), MOST_HAN_IN_LINE, "Han in a line")
    if _KEYS.match(words.key):
        yield from _longer(len(shown), MOST_ON_KEY, "on a key")
    if is_title(words):
        yield from _longer(len(shown), MOST_IN_TITLE, "in a title")
    for breath in _BREATHS.split(filled(words.spoken)):
        yield from _longer(len(breath), MOST_IN_BREATH, f"in one breath: {breath}")
    for text in {words.screen, words.spoken}:
        yield from faults_of_choice(text)
        rare = sorted({one for one in han_in(text) if one not in _COMMON})
        if rare:
            yield f"not among the 3,500 common characters: {''.join(rare)}"


def staff_faults(words: Words) -> Iterator[str]:
    """What is wrong with words of staff: they may be longer, not colder."""
    yield from _longer(len(filled(words.screen)), MOST_ON_STAFF_SCREEN, "on the screen")
    if words.key.startswith("key_"):
        yield from _longer(len(filled(words.screen)), MOST_ON_KEY, "on a key")
    yield from faults_of_choice(words.screen)


def latin_faults(words: Words) -> Iterator[str]:
    """What is wrong with words of visitors in a Latin language."""
    if words.place in NO_SENTENCES:
        return
    for line in words.screen.split("\n"):
        yield from _longer(len(re.sub(r"\{\w+\}", "x", line)), MOST_LATIN_IN_LINE, "in a line")
    if _KEYS.match(words.key):
        yield from _longer(len(words.screen), MOST_LATIN_ON_KEY, "on a key")
    for sentence in re.split(r"[.?!]", words.spoken):
        yield from _longer(len(sentence.split()), MOST_WORDS_IN_SENTENCE, f"words in:{sentence}")
    found = LATIN_ERROR_WORDS.search(f"{words.screen} {words.spoken}")
    if found:
        yield f"a word that frightens: {found[0]}"


def faults_of_choice(text: str) -> Iterator[str]:
    """Words that no screen and no voice of this house uses, whoever reads them."""
    if "你" in text:
        yield "says 你; it is always 您"
    for word in (*OFFICIALESE, *RUDE):
        if word in text:
            yield f"says {word}"
    for breath in _BREATHS.split(text.replace("\n", "")):
        for word in ERROR_WORDS:
            if breath.strip().startswith(word):
                yield f"begins with {word}; it must begin with what to do"


def is_title(words: Words) -> bool:
    """Titles of the kiosk carry the name of their page; what is said beside them is a note."""
    page = max((one for one in PAGES if words.key.startswith(one)), key=len, default="")
    said = words.spoken != words.screen
    note = words.key in _NOTES or words.key.endswith(("_note", "_sentence"))
    return words.room == "kiosk" and bool(page) and said and not note


def _longer(length: int, most: int, where: str) -> Iterator[str]:
    if length > most:
        yield f"{length} characters, at most {most} {where}"
