"""The page of telling the elder: what is said, where they are reached, how it went. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from guide_desk.agency import saying
from guide_desk.care.views import EntryPage
from guide_desk.care.writing import Line, grouped
from guide_desk.cases.choosing import back_key
from guide_desk.shell_views import Head
from hall.care.agency.views import MandateView
from hall.kernel.facts import HallFacts
from hall.records.messages import Detail
from ui_kit.staff_views import KeyFaceMode, KeyView
from ui_kit.strings import Strings

PHONE = Line("phone", "digits")
_CALLS_SHOWN = 3
_RESULTS = (("reached", "check"), ("no_answer", "speaker-slash"), ("wrong_number", "question"),
            ("in_person", "user"))  # fmt: skip


def report_view(
    words: Strings, facts: HallFacts, mandate: MandateView, known: Mapping[Detail, str], *,
    kept: bool, reading: bool, busy: bool,
) -> EntryPage:  # fmt: skip
    """Return it; `known` was read for this page, `kept`: there is more to read."""
    phone = known.get("phone", "")
    results = [
        KeyView(
            f"agency_{one}", "agency_reported", words.get(f"key_agency_{one}"), one, icon=icon,
            mode="under_way" if busy else "can",
        )
        for one, icon in _RESULTS
    ]  # fmt: skip
    if not busy and (phone or not kept):
        results[0] = replace(results[0], mode="next")
    read_mode: KeyFaceMode = "under_way" if reading else "next"
    read = KeyView(
        "agency_read", "agency_read", words.get("key_agency_read"), icon="magnifying-glass",
        mode=read_mode,
    )  # fmt: skip
    label = words.get("key_agency_write")
    write = KeyView("agency_write", "agency_write", label, icon="note-pencil")
    keys = (*((read,) if kept and not known else ()), *results, write, back_key(words))
    where = _where(words, known, kept=kept)
    calls = saying.call_lines(words, mandate, facts.timezone, _CALLS_SHOWN)
    head = Head(words.get("agency_report_title"), words.get("agency_report_hint"))
    told = (*saying.script_words(words, facts, mandate), *((where,) if phone else ()))
    return EntryPage(head, told, calls if phone else (where, *calls), keys)


def _where(words: Strings, known: Mapping[Detail, str], *, kept: bool) -> str:
    phone, name = known.get("phone", ""), known.get("name", "")
    if phone:
        return words.get("agency_phone", name=name, phone=grouped(phone)).strip()
    if name:
        return words.get("agency_no_phone_of", name=name)
    return words.get("agency_phone_kept" if kept else "agency_no_phone")
