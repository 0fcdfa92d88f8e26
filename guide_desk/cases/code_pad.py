"""The code of a notice, typed letter by letter. Pure."""

from __future__ import annotations

from guide_desk.cases.views import CodeView
from guide_desk.leaves import Leaf, leaf_of
from guide_desk.shell_views import Head
from hall.visits.codes import ALPHABET, LENGTH
from ui_kit.staff_views import KeyView
from ui_kit.strings import Strings

LETTERS_A_LEAF = 15


def typed_on(code: str, letter: str) -> str:
    """Return the code with one more letter; whatever no code has changes nothing."""
    letter = letter.upper()
    known = len(letter) == 1 and letter in ALPHABET
    return code + letter if known and len(code) < LENGTH else code


def code_view(words: Strings, code: str, leaf_number: int, *, under_way: bool) -> CodeView:
    """Return the page: the letters it may go on with are turned leaf by leaf."""
    leaf: Leaf[str] = leaf_of(ALPHABET, leaf_number, LETTERS_A_LEAF)
    full = len(code) == LENGTH
    letters = tuple(
        KeyView(f"code_{one}", "code_letter", one, one, mode="cannot" if full else "can")
        for one in leaf.items
    )
    other = "1" if leaf.number == 0 else "0"
    span = leaf_of(ALPHABET, int(other), LETTERS_A_LEAF).items
    others = words.get("key_code_letters", first=span[0], last=span[-1])
    erase = KeyView("code_erase", "code_erase", words.get("key_code_erase"), icon="backspace")
    beside = (
        KeyView(
            "code_open", "code_open", words.get("key_code_open"), icon="scan",
            mode="under_way" if under_way else "next" if full else "cannot",
        ),
        KeyView("code_letters", "case_turn", others, other, icon="keyboard"),
        erase if code else KeyView("back", "back", words.get("key_back"), icon="arrow-left"),
    )  # fmt: skip
    typed = (*code, *("" for _ in range(LENGTH - len(code))))
    return CodeView(Head(words.get("code_title"), words.get("code_hint")), typed, letters, beside)
