"""The elder is asked alone what they want: five questions, then what they come to. Pure.

Law on the Protection of the Elderly, art. 55; the questions stand on the record too. A guide or a
clerk asks; the words are those of the guides' desk.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import get_args

from hall.visits.messages import INTENTION_QUESTIONS, IntentionAnswer
from ui_kit.staff_views import KeyView
from ui_kit.strings import Strings

_ICONS: dict[IntentionAnswer, str] = {"yes": "check", "no": "x", "unclear": "question"}


@dataclass(frozen=True)
class Asking:
    """How far the questions are: not yet alone, then one after the other, then the last one."""

    alone: bool = False
    answers: tuple[IntentionAnswer, ...] = ()

    @property
    def asked_all(self) -> bool:
        """Whether only what it comes to is left to say."""
        return len(self.answers) == INTENTION_QUESTIONS

    def told(self, text: str) -> Asking:
        """Take an answer; whatever is none changes nothing."""
        if not self.alone:
            return replace(self, alone=True)
        answer = next((one for one in get_args(IntentionAnswer) if one == text), None)
        if answer is None or self.asked_all:
            return self
        return replace(self, answers=(*self.answers, answer))

    def back(self) -> Asking | None:
        """Take the last answer back; None at the beginning."""
        if self.answers:
            return replace(self, answers=self.answers[:-1])
        return Asking() if self.alone else None


@dataclass(frozen=True)
class Question:
    """What is to be asked now: `title` over it, `leaf` which of how many, how to ask, the keys."""

    title: str
    leaf: str
    words: str
    note: str
    answers: tuple[KeyView, ...]


def question_now(words: Strings, asking: Asking, *, under_way: bool) -> Question:
    """Return the question that is to be asked now; the keys are `ask_answer` and `ask_will`."""
    title = words.get("ask_title")
    if not asking.alone:
        alone = KeyView(
            "ask_alone", "ask_answer", words.get("key_ask_alone"), "alone", icon="user", mode="next"
        )
        first, note = words.get("ask_alone_title"), words.get("ask_alone_note")
        return Question(title, "", first, note, (alone,))
    if asking.asked_all:
        wills = tuple(
            KeyView(
                f"ask_{will}", "ask_will", words.get(f"key_ask_{will}"), will, icon=icon,
                mode="under_way" if under_way else "can",
            )
            for will, icon in (("willing", "check"), ("unwilling", "x"))
        )  # fmt: skip
        return Question(title, "", words.get("ask_will"), words.get("ask_will_note"), wills)
    count = len(asking.answers) + 1
    answers = tuple(
        KeyView(f"ask_{one}", "ask_answer", _answer(words, count, one), one, icon=_ICONS[one])
        for one in get_args(IntentionAnswer)
    )
    leaf = words.get("ask_leaf", page=count, count=INTENTION_QUESTIONS)
    return Question(title, leaf, words.get(f"ask_{count}"), words.get("ask_note"), answers)


def _answer(words: Strings, question: int, answer: IntentionAnswer) -> str:
    return words.get("ask_unclear" if answer == "unclear" else f"ask_{question}_{answer}")
