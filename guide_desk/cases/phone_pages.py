"""The pages of a telephone: the question, the digits, and the number large to ring up. Pure."""

from __future__ import annotations

from typing import get_args

from guide_desk.cases.choosing import back_key
from guide_desk.cases.mirror_views import MirrorView
from guide_desk.cases.phone import PhoneDesk, is_whole, spaced
from guide_desk.cases.views import AskView, CallView, PhonePadView
from guide_desk.shell_views import Head
from hall.visits.entries import CallOutcome
from hall.visits.views import EntryView
from ui_kit.staff_views import KeyFaceMode, KeyView
from ui_kit.strings import Strings

_DIGITS = (("1", "2", "3"), ("4", "5", "6"), ("7", "8", "9"))
_OUTCOME_ICONS: dict[CallOutcome, str] = {
    "reached": "check", "no_answer": "x", "asked_to_come": "person-simple-walk",
}  # fmt: skip


def phone_view(words: Strings, phone: PhoneDesk, case_id: str) -> AskView:
    """Ask whether the elder leaves a number, and say what for; of one that is kept, what now."""
    on_its_way = phone.on_its_way(case_id)
    kept = phone.kept(case_id) is not None or on_its_way
    typing = KeyView(
        "phone_yes", "phone_yes", words.get("key_phone_other" if kept else "key_phone_yes"),
        icon="phone", mode="can" if kept else "next",
    )  # fmt: skip
    mode: KeyFaceMode = "cannot" if on_its_way else "can"
    label = words.get("key_phone_withdraw")
    withdraw = KeyView("phone_withdraw", "phone_withdraw", label, icon="trash", mode=mode)
    no = KeyView("phone_no", "phone_no", words.get("key_phone_no"), icon="x")
    asked = words.get("phone_kept" if kept else "phone_ask")
    note = words.get("phone_keeping" if on_its_way else "phone_why")
    return AskView(
        Head(words.get("phone_title")), asked, note, (typing, withdraw if kept else no),
        (back_key(words),),
    )  # fmt: skip


def phone_pad_view(words: Strings, digits: str) -> PhonePadView:
    """Return the digits so far and the keys they are typed with; what is kept is whole."""
    whole = is_whole(digits)
    erase = KeyView(
        "phone_erase", "phone_erase", words.get("key_code_erase"), icon="backspace",
        mode="can" if digits else "cannot",
    )  # fmt: skip
    keep = KeyView(
        "phone_keep", "phone_keep", words.get("key_phone_keep"), icon="check",
        mode="next" if whole else "cannot",
    )  # fmt: skip
    last = (erase, KeyView("phone_0", "phone_digit", "0", "0"), back_key(words))
    keys: list[KeyView] = []
    for row, end in zip(_DIGITS, last, strict=True):
        keys += [KeyView(f"phone_{one}", "phone_digit", one, one) for one in row]
        keys.append(end)
    return PhonePadView(
        Head(words.get("phone_pad_title"), words.get("phone_why_short")), spaced(digits),
        tuple(keys), keep,
    )  # fmt: skip


def call_view(
    words: Strings, phone: PhoneDesk, entry: EntryView, what: str, *, under_way: bool
) -> CallView:
    """Return the number large, and how it went; without one the guide has it elsewhere.

    `what` says which paper it is about; `under_way`: how it went was said already.
    """
    number, kept = phone.number(entry.case_id), phone.kept(entry.case_id) is not None
    note = words.get("ring_what", what=what)
    asked = "" if number else words.get("ring_reading" if phone.waits else "ring_ask")
    outcomes = tuple(
        KeyView(
            f"call_{one}", "call_outcome", words.get(f"key_ring_{one}"), one,
            icon=_OUTCOME_ICONS[one], mode="under_way" if under_way else "can",
        )
        for one in get_args(CallOutcome)
    )  # fmt: skip
    foot = [back_key(words)]
    if kept and not number:
        label = words.get("key_entry_phone")
        mode: KeyFaceMode = "under_way" if phone.waits else "can"
        foot.append(KeyView("call_phone", "call_phone", label, icon="phone", mode=mode))
    if kept:
        label = words.get("key_phone_withdraw")
        foot.append(KeyView("phone_withdraw", "phone_withdraw", label, icon="trash"))
    return CallView(
        Head(words.get("ring_title"), called_words(words, entry)), asked, note, outcomes,
        tuple(foot), spaced(number),
    )  # fmt: skip


def called_words(words: Strings, entry: EntryView) -> str:
    """Return how often somebody rang up, and how it went the last time; empty for never."""
    if not entry.calls or not entry.call_outcome:
        return ""
    return words.get("ring_count", count=entry.calls, how=words.get(f"ring_{entry.call_outcome}"))


def phone_mirror(words: Strings, digits: str | None) -> MirrorView:
    """Return what the elder reads: the question and its reason, or their own number as it grows."""
    title = words.get("phone_ask") if digits is None else spaced(digits)
    return MirrorView(title or words.get("phone_pad_title"), (), words.get("phone_why"), "phone")
