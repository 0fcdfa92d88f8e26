"""The question to an elder who is asked alone, as a page of the desk. Pure."""

from __future__ import annotations

from guide_desk.cases.views import AskView
from guide_desk.shell_views import Head
from ui_kit.asking import Asking, question_now
from ui_kit.staff_views import KeyView
from ui_kit.strings import Strings


def ask_view(words: Strings, asking: Asking, *, under_way: bool) -> AskView:
    """Return the question that is to be asked now."""
    now = question_now(words, asking, under_way=under_way)
    foot = (KeyView("back", "back", words.get("key_back"), icon="arrow-left"),)
    return AskView(Head(now.title, now.leaf), now.words, now.note, now.answers, foot)
